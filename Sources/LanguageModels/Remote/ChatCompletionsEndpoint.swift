// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import HTTPTransport

/// Where and how a server speaks the chat-completions protocol.
package struct ChatCompletionsEndpoint: Sendable {
  /// How the key is sent.
  package enum KeyHeader: Sendable, Hashable {
    /// As `Authorization: Bearer`.
    case bearer
    /// As the value of a header of this name.
    case named(String)
  }

  /// The URL before `/chat/completions`; a query, as some clouds want it, is kept at the end.
  package var baseURL: String
  /// The key, or nil for servers that want none.
  package var key: SecretKey?
  /// How the key is sent.
  package var keyHeader: KeyHeader
  /// Further headers.
  package var extraHeaders: [HTTPHeader]
  /// The member that limits the answer's tokens: `max_tokens`, or `max_completion_tokens`.
  package var tokenLimitName: String

  /// Creates an endpoint.
  package init(
    baseURL: String,
    key: SecretKey? = nil,
    keyHeader: KeyHeader = .bearer,
    extraHeaders: [HTTPHeader] = [],
    tokenLimitName: String = "max_tokens"
  ) {
    self.baseURL = baseURL
    self.key = key
    self.keyHeader = keyHeader
    self.extraHeaders = extraHeaders
    self.tokenLimitName = tokenLimitName
  }

  /// The URL of the completions.
  package var completionsURL: String { url(of: Self.completionsPath) }

  /// The URL of the list of models, which most servers have.
  package var modelsURL: String { url(of: "/models") }

  private static let completionsPath = "/chat/completions"

  private func url(of path: String) -> String {
    var base = baseURL.prefix { $0 != "?" }
    let query = baseURL[base.endIndex...]
    while base.hasSuffix("/") { base = base.dropLast() }
    if base.hasSuffix(Self.completionsPath) { base = base.dropLast(Self.completionsPath.count) }
    return base + path + query
  }

  /// The key's header and the further ones.
  package var headers: [HTTPHeader] {
    guard let key else { return extraHeaders }
    let header =
      switch keyHeader {
      case .bearer: HTTPHeader("Authorization", "Bearer \(key.text)")
      case .named(let name): HTTPHeader(name, key.text)
      }
    return [header] + extraHeaders
  }
}
