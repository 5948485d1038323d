// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Finds the known name that an unknown one was meant to be.
package enum NearestName {
  /// What to do about an unknown name: the nearest known one when it is near enough to be a slip,
  /// else all that there are.
  ///
  /// - Complexity: O(*k* *n* *m*) in the number of known names and the lengths of the texts.
  package static func hint(for name: String, among known: [String]) -> String {
    let scored = known.map { (name: $0, distance: editDistance(name, $0)) }
    let nearest = scored.min { $0.distance < $1.distance }
    if let nearest, nearest.distance <= max(2, name.count / 3) {
      return "did you mean '\(nearest.name)'?"
    }
    return "there are \(known.joined(separator: ", "))"
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
