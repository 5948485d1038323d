// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Traced comparison and choice.
extension TraceNode {
  /// Whether x is less than y.
  public static func < (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.lt, y)
  }

  /// Whether x is at most y.
  public static func <= (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.le, y)
  }

  /// Whether x is greater than y.
  public static func > (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.gt, y)
  }

  /// Whether x is at least y.
  public static func >= (x: TraceNode, y: some TraceOperand) throws -> TraceNode {
    try x.apply(.ge, y)
  }

  /// Whether both values are equal, as a recorded operation; `==` compares places, untraced.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func isEqual(to other: some TraceOperand) throws -> TraceNode { try apply(.eq, other) }

  /// Whether the values differ, as a recorded operation.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func isNotEqual(to other: some TraceOperand) throws -> TraceNode { try apply(.neq, other) }

  /// Whether both values are of one type and equal, as a recorded operation.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func isIdentical(to other: some TraceOperand) throws -> TraceNode {
    try apply(.identical, other)
  }

  /// Whether the values differ in type or value, as a recorded operation.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func isNotIdentical(to other: some TraceOperand) throws -> TraceNode {
    try apply(.notIdentical, other)
  }

  /// Whether the value is false, zero or empty.
  ///
  /// - Throws: ``BundleError``, never for a value.
  public static prefix func ! (x: TraceNode) throws -> TraceNode { try x.apply(.not) }

  /// Whether the value is a member or a part of a container or text.
  ///
  /// - Throws: ``ExecutionError`` when the other value can have no members.
  public func isContained(in container: some TraceOperand) throws -> TraceNode {
    try apply(.contained, container)
  }

  /// Whether the value is no member and no part of a container or text.
  ///
  /// - Throws: ``ExecutionError`` when the other value can have no members.
  public func isNotContained(in container: some TraceOperand) throws -> TraceNode {
    try apply(.notContained, container)
  }

  /// The first value when this one is true, otherwise the second; both are inputs of the choice.
  ///
  /// - Throws: ``BundleError`` for nodes of another tape.
  public func choosing(
    _ first: some TraceOperand, otherwise second: some TraceOperand
  ) throws -> TraceNode {
    try tape.apply(.cond, [.node(self), first.traceSource, second.traceSource])
  }

  /// A copy of the value, recorded as an operation.
  ///
  /// - Throws: ``BundleError``, never for a value.
  public func cloned() throws -> TraceNode { try apply(.clone) }
}
