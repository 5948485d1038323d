// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The words of a text by which it is found.
enum SearchTerms {
  /// Lucene's list of English words that say nothing of what a text is about.
  private static let stopWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it",
    "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they",
    "this", "to", "was", "will", "with",
  ]

  /// The stems of the ``words(of:)`` a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func terms(of text: String) -> [String] { words(of: text).map(EnglishStemmer.stem) }

  /// All words of two letters or digits and more, in their order and in lower case, without stop
  /// words.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func words(of text: String) -> [String] {
    text.lowercased().unicodeScalars.split { !isOfWords($0) }
      .filter { $0.count > 1 }.map { String($0) }.filter { !stopWords.contains($0) }
  }

  /// Whether a character is one of those that Python's regular expressions call `\w`.
  private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return properties.numericType != nil || scalar == "_"
    }
  }
}
