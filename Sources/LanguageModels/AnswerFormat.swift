// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// The form that an answer is asked to have; where a provider cannot enforce it, it is only asked.
public enum AnswerFormat: Sendable, Hashable {
  /// Any text.
  case text
  /// One JSON object of any shape.
  case jsonObject
  /// One JSON value that fits the schema; the name may have letters, digits, `_` and `-`.
  case jsonSchema(name: String, JSONValue)

  /// The form as a value, of which digests are made and which is stored.
  public var value: JSONValue {
    switch self {
    case .text: "text"
    case .jsonObject: "json_object"
    case .jsonSchema(let name, let schema): ["name": .string(name), "schema": schema]
    }
  }

  /// Reads the stored value, or gives nil when it is no answer format.
  public init?(value: JSONValue) {
    switch value {
    case "text": self = .text
    case "json_object": self = .jsonObject
    default:
      guard let name = value["name"]?.stringValue, let schema = value["schema"] else { return nil }
      self = .jsonSchema(name: name, schema)
    }
  }
}

extension AnswerFormat: Codable {
  /// Reads the stored value.
  ///
  /// - Throws: `DecodingError` when the value is no answer format.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let format = AnswerFormat(value: try container.decode(JSONValue.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "an answer format is text, json_object or a named schema"
      )
    }
    self = format
  }

  /// Writes the stored value.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
