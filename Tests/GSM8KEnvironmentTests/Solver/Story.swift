// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The sentences of a problem, read by patterns of words.
///
/// In a pattern `#` is a number or a fraction, `_` is one word, `*` is any words, and every other
/// word is itself.
struct Story {
  struct Match {
    var numbers: [Rational] = []
    var words: [String] = []
  }

  let sentences: [[String]]

  init(_ text: String) {
    var sentences: [[String]] = []
    var sentence: [String] = []
    for word in text.split(separator: " ") {
      let isLast = word.hasSuffix(".") || word.hasSuffix("?")
      sentence.append(word.filter { !".,?$".contains($0) })
      if isLast {
        sentences.append(sentence)
        sentence = []
      }
    }
    self.sentences = sentences
  }

  /// What the first sentence of the pattern says.
  func first(_ pattern: String) -> Match? { all(pattern).first }

  /// What each sentence of the pattern says.
  func all(_ pattern: String) -> [Match] { sentences.compactMap { Self.match($0, pattern) } }

  /// What a sentence says, or nil when it is not of the pattern.
  static func match(_ sentence: [String], _ pattern: String) -> Match? {
    match(sentence[...], pattern.split(separator: " ").map(String.init)[...], Match())
  }

  private static func match(
    _ sentence: ArraySlice<String>, _ pattern: ArraySlice<String>, _ soFar: Match
  ) -> Match? {
    guard let wanted = pattern.first else { return sentence.isEmpty ? soFar : nil }
    if wanted == "*" {
      for end in sentence.startIndex...sentence.endIndex {
        if let match = match(sentence[end...], pattern.dropFirst(), soFar) { return match }
      }
      return nil
    }
    guard let word = sentence.first else { return nil }
    var match = soFar
    switch wanted {
    case "#":
      guard let number = number(word) else { return nil }
      match.numbers.append(number)
    case "_": match.words.append(word)
    default: guard word == wanted else { return nil }
    }
    return Self.match(sentence.dropFirst(), pattern.dropFirst(), match)
  }

  private static func number(_ word: String) -> Rational? {
    let parts = word.split(separator: "/").map { Int($0) }
    guard let first = parts.first, let numerator = first else { return nil }
    guard parts.count == 2, let denominator = parts[1] else {
      return parts.count == 1 ? Rational(numerator) : nil
    }
    return Rational(numerator, over: denominator)
  }
}
