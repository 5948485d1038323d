// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import HTTPTransport

/// How a provider's protocol writes requests and reads answers.
protocol WireFormat: Sendable {
  /// The request's URL.
  var url: String { get }
  /// The headers apart from the content type, the key's included.
  var headers: [HTTPHeader] { get }

  /// The body for a request, with the given format in place of the request's own.
  func body(for request: ModelRequest, format: AnswerFormat) -> JSONValue

  /// Reads the answer.
  ///
  /// - Throws: ``LanguageModelError`` with `malformed` or `refused`.
  func answer(
    from reply: JSONValue,
    to request: ModelRequest
  ) throws(LanguageModelError) -> ModelAnswer
}

extension AnswerFormat {
  /// The formats to try in turn when a server refuses one, from this one to plain text.
  var fallbacks: [AnswerFormat] {
    switch self {
    case .text: [.text]
    case .jsonObject: [.jsonObject, .text]
    case .jsonSchema: [self, .jsonObject, .text]
    }
  }

  /// How much the format demands of a server: 0 for text, 2 for a schema.
  var demand: Int { fallbacks.count - 1 }
}
