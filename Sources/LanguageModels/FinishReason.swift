// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Why an answer ended.
public enum FinishReason: Sendable, Hashable, CustomStringConvertible {
  /// The model ended it, or a stop text was reached.
  case stop
  /// The token limit was reached; the answer is cut.
  case length
  /// The provider withheld the rest.
  case contentFilter
  /// A reason of the provider's own.
  case other(String)

  /// Reads a reason in the words of the chat-completions protocol.
  public init(_ text: String) {
    switch text {
    case "stop": self = .stop
    case "length": self = .length
    case "content_filter": self = .contentFilter
    default: self = .other(text)
    }
  }

  /// The reason in the words of the chat-completions protocol.
  public var description: String {
    switch self {
    case .stop: "stop"
    case .length: "length"
    case .contentFilter: "content_filter"
    case .other(let text): text
    }
  }
}

extension FinishReason: Codable {
  /// Reads the reason's words.
  ///
  /// - Throws: `DecodingError` when the value is no string.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the reason's words.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
