// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import QuestionAnswering

/// Forms in which short answers are compared.
enum AnswerForm {
  private static let answer = ReadingPattern(/(?i)answer\s*:[ \t]*(\S.*)/)
  private static let punctuation = Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars)

  /// What a response says after its last `Answer:`, to the end of the line; nil without one.
  static func said(in response: String) -> String? {
    answer.all(in: response).last.map { String($0.output.1) }
  }

  /// The form of HotpotQA's evaluation: lower case, without ASCII punctuation, then without articles,
  /// with single spaces.
  static func official(_ text: String) -> String {
    withoutArticles(withoutPunctuation(text.lowercased()))
  }

  /// The official form of a text in Unicode's canonical decomposition.
  static func dspy(_ text: String) -> String {
    official(text.decomposedStringWithCanonicalMapping)
  }

  /// The form of Trace-Bench, which removes articles before punctuation.
  static func traceBench(_ text: String) -> String {
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
