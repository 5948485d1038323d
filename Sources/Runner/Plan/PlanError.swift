// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A plan that cannot be run, in one sentence that names the option and the way out.
package struct PlanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  package let message: String

  /// Creates an error.
  package init(_ message: String) { self.message = message }

  /// The sentence.
  package var description: String { message }

  /// An unknown name, with the nearest known one when it is near enough to be a slip.
  static func unknown(
    _ kind: String, _ name: String, option: String, known: [String]
  ) -> PlanError {
    let scored = known.map { (name: $0, distance: editDistance(name, $0)) }
    let nearest = scored.min { $0.distance < $1.distance }
    var hint = "there are \(known.joined(separator: ", "))"
    if let nearest, nearest.distance <= max(2, name.count / 3) {
      hint = "did you mean '\(nearest.name)'?"
    }
    return PlanError("\(option) names an unknown \(kind) '\(name)': \(hint)")
  }

  /// The edit distance of Levenshtein (1966).
  ///
  /// - Complexity: O(*n* *m*) in the lengths of the texts.
  private static func editDistance(_ first: String, _ second: String) -> Int {
    let second = Array(second)
    var row = Array(0...second.count)
    for (index, character) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in second.indices {
        let replaced = diagonal + (character == second[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[second.count]
  }
}
