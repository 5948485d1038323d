// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension JSONValue: Codable {
  /// Reads any JSON value; members come in the decoder's order, sorted by name for determinism.
  ///
  /// - Throws: `DecodingError` when the decoder offers something that is not JSON.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: MemberKey.self) {
      let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
      self = .object(
        try keys.map { Member($0.stringValue, try container.decode(JSONValue.self, forKey: $0)) }
      )
      return
    }
    if var container = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
      self = .array(elements)
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .real(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  /// Writes the value.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: MemberKey.self)
      for member in members { try container.encode(member.value, forKey: MemberKey(member.name)) }
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    case .null: try encodeScalar(Optional<Bool>.none, to: encoder)
    case .bool(let value): try encodeScalar(value, to: encoder)
    case .integer(let value): try encodeScalar(value, to: encoder)
    case .real(let value): try encodeScalar(value, to: encoder)
    case .string(let value): try encodeScalar(value, to: encoder)
    }
  }

  private func encodeScalar(_ value: some Encodable, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

private struct MemberKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
