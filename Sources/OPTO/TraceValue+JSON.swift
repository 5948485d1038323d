// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON
public import Trace

extension TraceValue {
  /// The value as JSON: tuples and sets become arrays, and numbers that JSON does not have, such
  /// as infinity, become their names.
  ///
  /// - Complexity: O(*n*) in the size of the value.
  public var jsonValue: JSONValue {
    switch self {
    case .none: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .real(let value): value.isFinite ? .real(value) : .string(plainText)
    case .text(let value): .string(value)
    case .list(let elements), .tuple(let elements): .array(elements.map(\.jsonValue))
    case .set(let elements): .array(elements.elements.map(\.jsonValue))
    case .dictionary(let entries):
      .object(entries.map { JSONValue.Member($0.key, $0.value.jsonValue) })
    }
  }

  /// Reads a value that ``jsonValue`` wrote.
  ///
  /// - Parameters:
  ///   - json: The stored value.
  ///   - example: A value of the wanted type, which tells a real number from a whole one.
  /// - Complexity: O(*n*) in the size of the value.
  public init(json: JSONValue, like example: TraceValue = .none) {
    switch (json, example) {
    case (_, .real) where json.doubleValue != nil: self = .real(json.doubleValue ?? 0)
    case (.string(let text), .real): self = Double(text).map { .real($0) } ?? .text(text)
    case (.null, _): self = .none
    case (.bool(let value), _): self = .bool(value)
    case (.integer(let value), _): self = .integer(value)
    case (.real(let value), _): self = .real(value)
    case (.string(let value), _): self = .text(value)
    case (.array(let elements), _): self = .list(elements.map { TraceValue(json: $0) })
    case (.object(let members), _):
      self = .dictionary(TraceDictionary(members.map { ($0.name, TraceValue(json: $0.value)) }))
    }
  }
}
