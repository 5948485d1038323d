// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A Swift type whose values a tape can record.
public protocol TraceRepresentable: TraceOperand {
  /// Creates a value from a recorded one, or returns nil when it is of another type.
  init?(traceValue: TraceValue)
  /// The value as a tape records it.
  var traceValue: TraceValue { get }
}

extension TraceRepresentable {
  /// The plain value.
  public var traceSource: TraceSource { .value(traceValue) }
}

extension TraceValue: TraceRepresentable {
  /// Takes the value as it is.
  public init?(traceValue: TraceValue) { self = traceValue }
  /// The value itself.
  public var traceValue: TraceValue { self }
}

extension Bool: TraceRepresentable {
  /// Creates a truth value from a recorded one.
  public init?(traceValue: TraceValue) {
    guard case .bool(let value) = traceValue else { return nil }
    self = value
  }
  /// The truth value as a tape records it.
  public var traceValue: TraceValue { .bool(self) }
}

extension Int: TraceRepresentable {
  /// Creates a whole number from a recorded one.
  public init?(traceValue: TraceValue) {
    guard case .integer(let value) = traceValue else { return nil }
    self = value
  }
  /// The whole number as a tape records it.
  public var traceValue: TraceValue { .integer(self) }
}

extension Double: TraceRepresentable {
  /// Creates a floating-point number from a recorded number.
  public init?(traceValue: TraceValue) {
    guard let value = traceValue.realValue else { return nil }
    self = value
  }
  /// The floating-point number as a tape records it.
  public var traceValue: TraceValue { .real(self) }
}

extension String: TraceRepresentable {
  /// Creates text from recorded text.
  public init?(traceValue: TraceValue) {
    guard case .text(let value) = traceValue else { return nil }
    self = value
  }
  /// The text as a tape records it.
  public var traceValue: TraceValue { .text(self) }
}

extension Optional: TraceOperand where Wrapped: TraceRepresentable {}

extension Optional: TraceRepresentable where Wrapped: TraceRepresentable {
  /// Creates a value, or the absence of one.
  public init?(traceValue: TraceValue) {
    if case TraceValue.none = traceValue {
      self = .none
    } else if let value = Wrapped(traceValue: traceValue) {
      self = .some(value)
    } else {
      return nil
    }
  }
  /// The value, or the absence of one, as a tape records it.
  public var traceValue: TraceValue { map(\.traceValue) ?? TraceValue.none }
}

extension Array: TraceOperand where Element: TraceRepresentable {}

extension Array: TraceRepresentable where Element: TraceRepresentable {
  /// Creates an array from a recorded list or tuple.
  ///
  /// - Complexity: O(*n*) in the number of elements.
  public init?(traceValue: TraceValue) {
    guard let elements = traceValue.elements else { return nil }
    self = []
    for element in elements {
      guard let value = Element(traceValue: element) else { return nil }
      append(value)
    }
  }
  /// The elements as a list.
  ///
  /// - Complexity: O(*n*) in the number of elements.
  public var traceValue: TraceValue { .list(map(\.traceValue)) }
}

extension Dictionary: TraceOperand where Key == String, Value: TraceRepresentable {}

extension Dictionary: TraceRepresentable where Key == String, Value: TraceRepresentable {
  /// Creates a dictionary from a recorded one.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  public init?(traceValue: TraceValue) {
    guard let dictionary = traceValue.dictionaryValue else { return nil }
    self = [:]
    for entry in dictionary {
      guard let value = Value(traceValue: entry.value) else { return nil }
      self[entry.key] = value
    }
  }
  /// The entries sorted by name, since a Swift dictionary has no order of its own.
  ///
  /// - Complexity: O(*n* log *n*) in the number of entries.
  public var traceValue: TraceValue {
    .dictionary(TraceDictionary(sorted { $0.key < $1.key }.map { ($0.key, $0.value.traceValue) }))
  }
}
