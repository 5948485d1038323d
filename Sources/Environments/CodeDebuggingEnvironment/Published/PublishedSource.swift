// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation

/// Published source text, taken apart by its lines.
enum PublishedSource {
  /// The names of the parameters of a function that is defined at the top level, in order.
  ///
  /// - Returns: The names without annotations and defaults; nil when there is no such definition.
  static func parameters(of function: String, in source: String) -> [String]? {
    guard let start = ("\n" + source).range(of: "\ndef \(function)(") else { return nil }
    var depth = 0
    var names = [""]
    for character in ("\n" + source)[start.upperBound...] {
      switch character {
      case ")" where depth == 0:
        let cut = names.map { name in
          name.prefix { $0 != ":" && $0 != "=" }.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return cut.filter { !$0.isEmpty }
      case "," where depth == 0: names.append("")
      case "(", "[", "{":
        depth += 1
        names[names.count - 1].append(character)
      case ")", "]", "}":
        depth -= 1
        names[names.count - 1].append(character)
      default: names[names.count - 1].append(character)
      }
    }
    return nil
  }

  /// A program and the text in quotes that stands below it at the top level.
  static func programAndDescription(in text: String) -> (program: String, description: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.firstIndex { $0.hasPrefix("\"\"\"") } ?? lines.endIndex
    let program = lines[..<end].joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
    let description = lines[end...].joined(separator: "\n")
      .replacing("\"\"\"", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
    return (program, description)
  }

  /// Whether a function gives its values one by one.
  static func isGenerator(_ program: String) -> Bool {
    program.contains(/\byield\b/)
  }
}
