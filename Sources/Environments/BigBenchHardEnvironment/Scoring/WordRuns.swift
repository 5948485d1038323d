// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Where words stand in a text, between boundaries as regular expressions know them.
enum WordRuns {
  /// The occurrences of some words in their order, none overlapping another; where several begin,
  /// the first of the list counts, as in a pattern of alternatives.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the text and the list.
  static func occurrences(of words: [String], in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let wanted = words.map { Array($0.unicodeScalars) }
    var found: [String] = []
    var place = 0
    while place < scalars.count {
      let match = wanted.first { word in
        let end = place + word.count
        return end <= scalars.count && scalars[place..<end].elementsEqual(word)
          && isBoundary(place, in: scalars) && isBoundary(end, in: scalars)
      }
      if let match, !match.isEmpty {
        found.append(String(String.UnicodeScalarView(match)))
        place += match.count
      } else {
        place += 1
      }
    }
    return found
  }

  private static func isBoundary(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let before = place > 0 && isWordLike(scalars[place - 1])
    let after = place < scalars.count && isWordLike(scalars[place])
    return before != after
  }

  private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
