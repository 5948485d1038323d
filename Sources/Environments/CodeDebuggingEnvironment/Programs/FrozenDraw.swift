// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Datasets

/// The programs with faults that every run without published data uses.
///
/// They are drawn by `datasets/code-debugging/make.py`; the lines of a group are in a file each.
package enum FrozenDraw {
  /// The lines of each group, one program a line.
  package static let groups: [(name: String, lines: String)] = [
    ("algorithms", algorithms), ("classes", classes), ("dates", dates), ("numeric", numeric),
    ("pipelines", pipelines), ("strange_sort_list", strangeSortList), ("strings", strings),
    ("structures", structures),
  ]

  /// All programs in the order of groups and lines, or why they cannot be read.
  package static let programs = Result { () throws(DataError) in try readPrograms() }

  private static func readPrograms() throws(DataError) -> [FaultyProgram] {
    var programs: [FaultyProgram] = []
    for group in groups {
      for (index, line) in group.lines.split(separator: "\n").enumerated() {
        let place = "the built-in group \(group.name), line \(index + 1)"
        guard let json = try? JSONValue(parsing: String(line)) else {
          throw DataError(.malformed, "\(place) is not JSON: make it anew.")
        }
        programs.append(try FaultyProgram(json, at: place))
      }
    }
    return programs
  }
}
