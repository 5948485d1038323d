// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Traced arithmetic: each operation is recorded on the tape of its operands.
///
/// A plain value becomes a constant. Every operation throws ``ExecutionError`` with the exception
/// node when Python would raise an exception, and ``BundleError`` for nodes of several tapes.
extension TraceNode {
  /// The sum; for texts, one after the other.
  public static func + (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.add, y)
  }

  /// The sum; for texts, one after the other.
  public static func + (x: some TraceRepresentable, y: TraceNode) throws -> TraceNode {
    try y.applied(after: x, .add)
  }

  /// The difference.
  public static func - (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.subtract, y)
  }

  /// The difference.
  public static func - (x: some TraceRepresentable, y: TraceNode) throws -> TraceNode {
    try y.applied(after: x, .subtract)
  }

  /// The product; a text or list times a whole number is repeated.
  public static func * (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.multiply, y)
  }

  /// The product, recorded with the node as first input.
  public static func * (x: some TraceRepresentable, y: TraceNode) throws -> TraceNode {
    try y.apply(.multiply, x)
  }

  /// The quotient, which is a floating-point number.
  public static func / (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.divide, y)
  }

  /// The quotient, which is a floating-point number.
  public static func / (x: some TraceRepresentable, y: TraceNode) throws -> TraceNode {
    try y.applied(after: x, .divide)
  }

  /// The remainder, which has the sign of the divisor.
  public static func % (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.mod, y)
  }

  /// The remainder, which has the sign of the divisor.
  public static func % (x: some TraceRepresentable, y: TraceNode) throws -> TraceNode {
    try y.applied(after: x, .mod)
  }

  /// The negative.
  public static prefix func - (x: TraceNode) throws -> TraceNode { try x.apply(.neg) }

  /// The number with its sign.
  public static prefix func + (x: TraceNode) throws -> TraceNode { try x.apply(.pos) }

  /// The number with all its bits flipped.
  public static prefix func ~ (x: TraceNode) throws -> TraceNode { try x.apply(.invert) }

  /// The bits or members that both have.
  public static func & (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.and, y)
  }

  /// The bits, members or entries of both.
  public static func | (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.or, y)
  }

  /// The bits or members that one of both has.
  public static func ^ (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.xor, y)
  }

  /// The number with its bits shifted to the left.
  public static func << (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.lshift, y)
  }

  /// The number with its bits shifted to the right.
  public static func >> (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.rshift, y)
  }

  /// The quotient, rounded down.
  ///
  /// - Throws: ``ExecutionError`` for a divisor of zero or operands that are no numbers.
  public func floorDivided(by divisor: some TraceOperand) throws -> TraceNode {
    try apply(.floorDivide, divisor)
  }

  /// The quotient rounded down and the remainder, as a tuple.
  ///
  /// - Throws: ``ExecutionError`` for a divisor of zero or operands that are no numbers.
  public func quotientAndRemainder(dividingBy divisor: some TraceOperand) throws -> TraceNode {
    try apply(.divmod, divisor)
  }

  /// The power.
  ///
  /// - Throws: ``ExecutionError`` for operands that are no numbers or a result that does not exist.
  public func raised(to exponent: some TraceOperand) throws -> TraceNode {
    try apply(.power, exponent)
  }

  /// The absolute value.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no number.
  public func absoluteValue() throws -> TraceNode { try apply(.abs) }

  /// The number rounded to some decimals, or to a whole number without an argument; a number that
  /// lies half-way goes to the even neighbour.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no number.
  public func rounded(toPlaces places: (some TraceOperand)? = TraceValue.none) throws -> TraceNode {
    try tape.apply(.round, .node(self), places?.traceSource ?? .value(.none))
  }

  /// The number rounded down to a whole number.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no number.
  public func roundedDown() throws -> TraceNode { try apply(.floor) }

  /// The number rounded up to a whole number.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no number.
  public func roundedUp() throws -> TraceNode { try apply(.ceil) }

  /// The number without its decimals.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no number.
  public func truncated() throws -> TraceNode { try apply(.trunc) }
}

extension TraceNode {
  func apply(_ builtin: BuiltinOperator) throws -> TraceNode {
    try tape.apply(builtin, .node(self))
  }

  func apply(_ builtin: BuiltinOperator, _ other: some TraceOperand) throws -> TraceNode {
    try tape.apply(builtin, .node(self), other.traceSource)
  }

  func applied(after first: some TraceOperand, _ builtin: BuiltinOperator) throws -> TraceNode {
    try tape.apply(builtin, first.traceSource, .node(self))
  }
}
