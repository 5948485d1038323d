// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What an operation can be given where a value of a certain type is expected: a ``Node`` of that
/// type, or a plain value.
public protocol TypedOperand<Value>: TraceOperand {
  /// The type of the value.
  associatedtype Value: TraceRepresentable
}

extension Bool: TypedOperand {
  /// A truth value stands for itself.
  public typealias Value = Bool
}

extension Int: TypedOperand {
  /// A whole number stands for itself.
  public typealias Value = Int
}

extension Double: TypedOperand {
  /// A floating-point number stands for itself.
  public typealias Value = Double
}

extension String: TypedOperand {
  /// Text stands for itself.
  public typealias Value = String
}

extension TraceValue: TypedOperand {
  /// A dynamic value stands for itself.
  public typealias Value = TraceValue
}

extension Array: TypedOperand where Element: TraceRepresentable {
  /// An array stands for itself.
  public typealias Value = [Element]
}
