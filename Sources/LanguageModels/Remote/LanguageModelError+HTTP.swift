// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import HTTPTransport

extension LanguageModelError {
  /// Reads a failure of the transport.
  init(transport error: HTTPTransportError) {
    let code: Code =
      switch error.code {
      case .timedOut: .timedOut
      case .cancelled: .cancelled
      case .invalidRequest: .invalidRequest
      case .responseTooLarge: .malformed
      default: .transport
      }
    self.init(code, error.message)
  }

  /// Reads a status that reports a failure, and what the server said about it.
  init(response: HTTPResponse, identity: ModelIdentity, secret: SecretKey?) {
    let reply = try? JSONValue(parsing: response.text)
    let detail = reply?["error"] ?? reply
    let said =
      detail?["message"]?.stringValue ?? detail?.stringValue ?? reply?["message"]?.stringValue
      ?? response.text
    let kind = detail?["code"]?.stringValue ?? detail?["type"]?.stringValue ?? ""
    let code: Code =
      switch response.status {
      case 401, 403: .unauthorized
      case 402: .quotaExhausted
      case 408, 504: .timedOut
      case 429: kind == "insufficient_quota" ? .quotaExhausted : .rateLimited
      case 409, 425, 500...: .serverFailed
      default: Self.isTooLong(response) ? .contextExceeded : .invalidRequest
      }
    var excerpt = said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    excerpt = secret?.redacted(excerpt) ?? excerpt
    let cut = excerpt.count > 300 ? excerpt.prefix(300) + "..." : excerpt[...]
    let ending = cut.isEmpty ? "without a reason" : "saying: \(cut)"
    self.init(code, "\(identity) answered with status \(response.status), \(ending)")
  }

  /// Whether a status may mean that the server does not offer the answer format.
  ///
  /// Servers answer alike when the request is too long, which no other format would change.
  static func mayRejectFormat(_ response: HTTPResponse) -> Bool {
    guard response.status == 400 || response.status == 422 else { return false }
    return !isTooLong(response)
  }

  /// Whether a server says that the request is longer than the model can read.
  private static func isTooLong(_ response: HTTPResponse) -> Bool {
    let words = ["context_length_exceeded", "exceed_context_size_error", "prompt is too long"]
    return words.contains { response.text.contains($0) }
  }

  /// The JSON of a successful reply.
  ///
  /// - Throws: ``LanguageModelError`` with `malformed` when the body is not JSON.
  static func reply(
    of response: HTTPResponse,
    identity: ModelIdentity
  ) throws(LanguageModelError) -> JSONValue {
    do {
      return try JSONValue(parsing: response.text)
    } catch {
      let type = response.headers.value(named: "content-type") ?? "no content type"
      throw LanguageModelError(
        .malformed,
        "the reply of \(identity) (\(type)) is \(error)"
      )
    }
  }
}
