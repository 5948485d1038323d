// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TextMethods {
  /// The first place of a part in a text, compared by Unicode scalars.
  ///
  /// - Complexity: O(*n* · *m*) at worst in the lengths of text and part.
  static func firstRange(of part: String, in text: Substring) -> Range<String.Index>? {
    let bytes = text.utf8
    let wanted = part.utf8
    guard let first = wanted.first else { return text.startIndex..<text.startIndex }
    var start = bytes.startIndex
    while let candidate = bytes[start...].firstIndex(of: first) {
      var position = candidate
      var isEqual = true
      for byte in wanted {
        guard position < bytes.endIndex, bytes[position] == byte else {
          isEqual = false
          break
        }
        position = bytes.index(after: position)
      }
      if isEqual { return candidate..<position }
      start = bytes.index(after: candidate)
    }
    return nil
  }

  /// The pieces of a text between at most `count` places of a separator.
  static func pieces(of text: String, between separator: String, _ count: Int) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while pieces.count < count, let range = firstRange(of: separator, in: rest) {
      pieces.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    pieces.append(rest)
    return pieces
  }

  /// The words of a text; after `count` words the rest follows as it is.
  static func words(of text: String, _ count: Int) -> [String] {
    var words: [String] = []
    var rest = text.unicodeScalars.drop { $0.properties.isWhitespace }
    while words.count < count, !rest.isEmpty {
      let word = rest.prefix { !$0.properties.isWhitespace }
      words.append(String(word))
      rest = rest.dropFirst(word.count).drop { $0.properties.isWhitespace }
    }
    return rest.isEmpty ? words : words + [String(rest)]
  }

  /// A text with another one before each of its scalars and at its end, at most `count` times.
  static func interspersed(_ text: String, _ new: String, _ count: Int) -> String {
    var result = ""
    var written = 0
    for scalar in text.unicodeScalars {
      if written < count {
        result += new
        written += 1
      }
      result.unicodeScalars.append(scalar)
    }
    return written < count ? result + new : result
  }
}
