// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Forms in which short answers are compared.
package enum ShortAnswerForm {
  private static let punctuation = Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars)

  /// The form of SQuAD's and HotpotQA's evaluation: lower case, without ASCII punctuation, then
  /// without the words a, an and the, with single spaces.
  @Sendable package static func official(_ text: String) -> String {
    withoutArticles(withoutPunctuation(text.lowercased()))
  }

  /// The official form of a text in Unicode's canonical decomposition.
  @Sendable package static func dspy(_ text: String) -> String {
    official(text.decomposedStringWithCanonicalMapping)
  }

  /// The form of Trace-Bench, which removes articles before punctuation.
  @Sendable package static func traceBench(_ text: String) -> String {
    words(withoutPunctuation(withoutArticles(text.lowercased())))
  }

  private static func withoutPunctuation(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !punctuation.contains($0) }))
  }

  private static func withoutArticles(_ text: String) -> String {
    words(
      text.replacing(/\b(?:an?|the)\b/.matchingSemantics(.unicodeScalar).wordBoundaryKind(.simple))
      {
        _ in " "
      })
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
