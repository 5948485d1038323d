// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A type of numbers that nodes can compute with.
public protocol TraceNumber: TraceRepresentable, TypedOperand where Value == Self {}

extension Int: TraceNumber {}
extension Double: TraceNumber {}

/// Traced arithmetic. A whole number that does not fit 64 bits and a division by zero are thrown as
/// ``ExecutionError``; as in Python `/` gives a floating-point number, and ``floorDivided(by:)``
/// and `%` round down.
extension Node where Value: TraceNumber {
  /// The sum.
  @inlinable
  public static func + (x: Node, y: Node) throws -> Node { try Node(x.untyped + y.untyped) }
  /// The sum.
  @inlinable
  public static func + (x: Node, y: Value) throws -> Node { try Node(x.untyped + y) }
  /// The sum.
  @inlinable
  public static func + (x: Value, y: Node) throws -> Node { try Node(x + y.untyped) }

  /// The difference.
  @inlinable
  public static func - (x: Node, y: Node) throws -> Node { try Node(x.untyped - y.untyped) }
  /// The difference.
  @inlinable
  public static func - (x: Node, y: Value) throws -> Node { try Node(x.untyped - y) }
  /// The difference.
  @inlinable
  public static func - (x: Value, y: Node) throws -> Node { try Node(x - y.untyped) }

  /// The product.
  @inlinable
  public static func * (x: Node, y: Node) throws -> Node { try Node(x.untyped * y.untyped) }
  /// The product.
  @inlinable
  public static func * (x: Node, y: Value) throws -> Node { try Node(x.untyped * y) }
  /// The product, recorded with the node as first input.
  @inlinable
  public static func * (x: Value, y: Node) throws -> Node { try Node(x * y.untyped) }

  /// The quotient.
  @inlinable
  public static func / (x: Node, y: Node) throws -> Node<Double> {
    try Node<Double>(x.untyped / y.untyped)
  }
  /// The quotient.
  @inlinable
  public static func / (x: Node, y: Value) throws -> Node<Double> {
    try Node<Double>(x.untyped / y)
  }
  /// The quotient.
  @inlinable
  public static func / (x: Value, y: Node) throws -> Node<Double> {
    try Node<Double>(x / y.untyped)
  }

  /// The remainder, which has the sign of the divisor.
  @inlinable
  public static func % (x: Node, y: Node) throws -> Node { try Node(x.untyped % y.untyped) }
  /// The remainder, which has the sign of the divisor.
  @inlinable
  public static func % (x: Node, y: Value) throws -> Node { try Node(x.untyped % y) }
  /// The remainder, which has the sign of the divisor.
  @inlinable
  public static func % (x: Value, y: Node) throws -> Node { try Node(x % y.untyped) }

  /// The negative.
  @inlinable
  public static prefix func - (x: Node) throws -> Node { try Node(-x.untyped) }

  /// The quotient, rounded down.
  ///
  /// - Throws: ``ExecutionError`` for a divisor of zero.
  @inlinable
  public func floorDivided(by divisor: some TypedOperand<Value>) throws -> Node {
    try Node(untyped.floorDivided(by: divisor))
  }

  /// The absolute value.
  ///
  /// - Throws: ``ExecutionError`` when it does not fit 64 bits.
  @inlinable
  public func absoluteValue() throws -> Node { try Node(untyped.absoluteValue()) }

  /// Whether x is less than y.
  @inlinable
  public static func < (x: Node, y: Node) throws -> Node<Bool> {
    try Node<Bool>(x.untyped < y.untyped)
  }
  /// Whether x is less than y.
  @inlinable
  public static func < (x: Node, y: Value) throws -> Node<Bool> { try Node<Bool>(x.untyped < y) }

  /// Whether x is at most y.
  @inlinable
  public static func <= (x: Node, y: Node) throws -> Node<Bool> {
    try Node<Bool>(x.untyped <= y.untyped)
  }
  /// Whether x is at most y.
  @inlinable
  public static func <= (x: Node, y: Value) throws -> Node<Bool> { try Node<Bool>(x.untyped <= y) }

  /// Whether x is greater than y.
  @inlinable
  public static func > (x: Node, y: Node) throws -> Node<Bool> {
    try Node<Bool>(x.untyped > y.untyped)
  }
  /// Whether x is greater than y.
  @inlinable
  public static func > (x: Node, y: Value) throws -> Node<Bool> { try Node<Bool>(x.untyped > y) }

  /// Whether x is at least y.
  @inlinable
  public static func >= (x: Node, y: Node) throws -> Node<Bool> {
    try Node<Bool>(x.untyped >= y.untyped)
  }
  /// Whether x is at least y.
  @inlinable
  public static func >= (x: Node, y: Value) throws -> Node<Bool> { try Node<Bool>(x.untyped >= y) }
}

extension Node where Value == Double {
  /// The power.
  ///
  /// - Throws: ``ExecutionError`` for a result that does not exist.
  @inlinable
  public func raised(to exponent: some TypedOperand<Double>) throws -> Node {
    try Node(untyped.raised(to: exponent))
  }

  /// The number rounded to some decimals; one that lies half-way goes to the even neighbour.
  ///
  /// - Throws: ``ExecutionError``, never for a number.
  @inlinable
  public func rounded(toPlaces places: some TypedOperand<Int>) throws -> Node {
    try Node(untyped.rounded(toPlaces: places))
  }

  /// The nearest whole number; one that lies half-way goes to the even neighbour.
  ///
  /// - Throws: ``ExecutionError`` for a number that does not fit 64 bits.
  @inlinable
  public func rounded() throws -> Node<Int> { try Node<Int>(untyped.rounded()) }
}

extension Node {
  /// Whether both values are equal, as a recorded operation.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  @inlinable
  public func isEqual(to other: some TypedOperand<Value>) throws -> Node<Bool> {
    try Node<Bool>(untyped.isEqual(to: other))
  }

  /// Whether the values differ, as a recorded operation.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  @inlinable
  public func isNotEqual(to other: some TypedOperand<Value>) throws -> Node<Bool> {
    try Node<Bool>(untyped.isNotEqual(to: other))
  }
}

extension Node where Value == Bool {
  /// Whether the value is false.
  @inlinable
  public static prefix func ! (x: Node) throws -> Node { try Node(!x.untyped) }

  /// The first value when this one is true, otherwise the second; both are inputs of the choice.
  ///
  /// - Throws: ``BundleError`` for nodes of another tape.
  @inlinable
  public func choosing<Choice: TraceRepresentable>(
    _ first: some TypedOperand<Choice>, otherwise second: some TypedOperand<Choice>
  ) throws -> Node<Choice> {
    try Node<Choice>(untyped.choosing(first, otherwise: second))
  }
}
