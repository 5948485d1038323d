// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Foundation

/// Published programs with faults in a folder that the user names.
///
/// They are not fetched: their publishers give no checksums for the programs of QuixBugs.
enum PublishedPrograms {
  /// The names of all tasks, sorted.
  static var names: [String] {
    let fixes = (0..<HumanEvalPack.count).map { "humanevalfix/\(HumanEvalPack.name($0))" }
    let problems = (0..<LeetCodeHard.count).map { "leetcode/\(LeetCodeHard.name($0))" }
    return fixes + problems + QuixBugs.names.map { "quixbugs/\($0)" }
  }

  /// Reads a program.
  ///
  /// - Parameters:
  ///   - name: One of ``names``.
  ///   - directory: The folder; nil when the user named none.
  /// - Returns: The program and the label of its data.
  /// - Throws: ``DataError`` that says what to put where.
  static func program(
    _ name: String, in directory: String?
  ) throws(DataError) -> (FaultyProgram, DataLabel) {
    guard let directory else {
      throw DataError(
        .unavailable,
        "Published programs are read from a folder: name one with --data-dir that holds a checkout "
          + "of github.com/jkoppel/QuixBugs as quixbugs, \(HumanEvalPack.fileName), the Python file of "
          + "HumanEvalPack, or \(LeetCodeHard.fileName) of github.com/vinid/data.")
    }
    let folder = URL(fileURLWithPath: directory, isDirectory: true)
    let member = String(name.drop { $0 != "/" }.dropFirst())
    if name.hasPrefix("quixbugs/") {
      let checkout = folder.appendingPathComponent("quixbugs", isDirectory: true)
      return (try QuixBugs(folder: checkout).program(member), .unchecked)
    }
    if LeetCodeHard.isTask(name) {
      let file = folder.appendingPathComponent(LeetCodeHard.fileName)
      return (try LeetCodeHard(file: file).program(member), .unchecked)
    }
    let file = folder.appendingPathComponent(HumanEvalPack.fileName)
    let (program, isPublished) = try HumanEvalPack(file: file).program(member)
    return (program, isPublished ? .official : .user)
  }
}
