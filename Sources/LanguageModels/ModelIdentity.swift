// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Names a model and who serves it, as in `openai/gpt-4o-2024-08-06`.
///
/// A provider that is known by its address is written as a URL, and the model follows a number
/// sign: `http://host:8000/v1#model`.
public struct ModelIdentity: Sendable, Hashable, CustomStringConvertible {
  /// The provider's name, or its base URL without a slash at the end.
  public let provider: String
  /// The model's name as the provider knows it; it may contain slashes.
  public let model: String

  /// Creates an identity of parts that are known to be well formed.
  public init(provider: String, model: String) {
    self.provider = provider
    self.model = model
  }

  /// Reads `provider/model` or `http://host:port/path#model`, or gives nil for another text and for
  /// an address that has a user or a key in it, because addresses are recorded.
  public init?(_ text: String) {
    guard !text.contains(where: \.isWhitespace) else { return nil }
    if text.hasPrefix("http://") || text.hasPrefix("https://") {
      guard let mark = text.firstIndex(of: "#") else { return nil }
      var base = text[..<mark]
      while base.hasSuffix("/") { base = base.dropLast() }
      let model = text[text.index(after: mark)...]
      guard !model.isEmpty, !base.hasSuffix(":"), !Self.hasCredentials(base) else { return nil }
      self.init(provider: String(base), model: String(model))
    } else {
      guard let slash = text.firstIndex(of: "/") else { return nil }
      let model = text[text.index(after: slash)...]
      guard slash > text.startIndex, !model.isEmpty else { return nil }
      self.init(provider: String(text[..<slash]), model: String(model))
    }
  }

  /// Whether an address names a user or a key before its host, as in `https://me:key@host/v1`.
  package static func hasCredentials(_ address: some StringProtocol) -> Bool {
    guard let scheme = address.firstRange(of: "://") else { return false }
    return address[scheme.upperBound...].prefix { !"/?#".contains($0) }.contains("@")
  }

  /// Whether the provider is given by its address.
  public var isAddress: Bool { provider.contains("://") }

  /// The text from which the identity can be read again.
  public var description: String { isAddress ? "\(provider)#\(model)" : "\(provider)/\(model)" }
}

extension ModelIdentity: Codable {
  /// Reads the text form.
  ///
  /// - Throws: `DecodingError` when the text names no provider and model.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let identity = ModelIdentity(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(text)\" is not written as provider/model"
      )
    }
    self = identity
  }

  /// Writes the text form.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
