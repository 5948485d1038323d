// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A value that a workflow computes with, of one of the types that optimizers are shown.
///
/// The types are those of Python, in which code parameters are written; ``typeName`` and
/// ``plainText`` are what a prompt prints of a value.
public enum TraceValue: Sendable, Hashable {
  /// The absence of a value.
  case none
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A floating-point number.
  case real(Double)
  /// Text.
  case text(String)
  /// Values in order.
  case list([TraceValue])
  /// A fixed number of values in order.
  case tuple([TraceValue])
  /// Distinct values.
  case set(TraceSet)
  /// Values by name.
  case dictionary(TraceDictionary)
}

extension TraceValue {
  /// The name of the type as Python has it, such as `int` or `NoneType`.
  public var typeName: String {
    switch self {
    case .none: "NoneType"
    case .bool: "bool"
    case .integer: "int"
    case .real: "float"
    case .text: "str"
    case .list: "list"
    case .tuple: "tuple"
    case .set: "set"
    case .dictionary: "dict"
    }
  }

  /// The type as a number below ``typeCount``.
  var typeNumber: Int {
    switch self {
    case .none: 0
    case .bool: 1
    case .integer: 2
    case .real: 3
    case .text: 4
    case .list: 5
    case .tuple: 6
    case .set: 7
    case .dictionary: 8
    }
  }

  static let typeCount = 9

  /// The truth value, or nil when this is something else.
  public var boolValue: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The whole number, or nil when this is something else.
  public var integerValue: Int? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// The number as floating-point number, or nil when this is no number.
  public var realValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// The text, or nil when this is something else.
  public var textValue: String? {
    guard case .text(let value) = self else { return nil }
    return value
  }

  /// The elements of a list or tuple, or nil when this is something else.
  public var elements: [TraceValue]? {
    switch self {
    case .list(let elements), .tuple(let elements): elements
    default: nil
    }
  }

  /// The dictionary, or nil when this is something else.
  public var dictionaryValue: TraceDictionary? {
    guard case .dictionary(let dictionary) = self else { return nil }
    return dictionary
  }
}

extension TraceValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Creates the absence of a value.
  public init(nilLiteral: ()) { self = .none }
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates a floating-point number.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// Creates text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Creates a list.
  public init(arrayLiteral elements: TraceValue...) { self = .list(elements) }
  /// Creates a dictionary with its entries in the order of the literal.
  public init(dictionaryLiteral elements: (String, TraceValue)...) {
    self = .dictionary(TraceDictionary(elements.map { ($0.0, $0.1) }))
  }
}
