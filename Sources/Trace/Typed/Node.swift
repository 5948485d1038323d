// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A recorded value whose Swift type is known.
///
/// It is used like a value of that type: operators and methods record what they do and give new
/// nodes. What can go wrong is thrown as ``ExecutionError``, so that one `try` covers an expression.
///
/// ```swift
/// let price = try Node<Int>(tape.parameter(12, named: "price"))
/// let total = try price * 3 + 4
/// try total.backward("too high")
/// ```
public struct Node<Value: TraceRepresentable>: Sendable {
  /// The node without its type.
  public let untyped: TraceNode
  @usableFromInline let recorded: Value

  /// Gives a node its type.
  ///
  /// - Throws: ``TypeMismatch`` when the recorded value is of another type.
  @inlinable
  public init(_ node: TraceNode) throws(TypeMismatch) {
    let value = node.recordedValue
    guard let recorded = Value(traceValue: value) else {
      throw TypeMismatch(node: node, expected: "\(Value.self)", found: value.typeName)
    }
    untyped = node
    self.recorded = recorded
  }

  init(_ node: TraceNode, recorded: Value) {
    untyped = node
    self.recorded = recorded
  }

  /// The recorded value.
  ///
  /// Reading it in the body of an operation makes the node a dependency of that operation.
  public var value: Value {
    RecordingContext.current?.uses?.noteUse(of: untyped)
    return recorded
  }

  /// The tape that recorded the node.
  public var tape: Tape { untyped.tape }

  /// The name, unique on the tape, such as `x:0`.
  public var name: String { untyped.name }

  /// Carries feedback on this node back to the parameters that it depends on.
  ///
  /// - Parameters:
  ///   - feedback: What was right or wrong about the value.
  ///   - retainGraph: Whether further feedback may go through the same nodes.
  /// - Throws: ``BackwardError`` when feedback went through one of the nodes before without its graph
  ///   being retained.
  public func backward(_ feedback: String, retainGraph: Bool = false) throws(BackwardError) {
    try untyped.backward(feedback, retainGraph: retainGraph)
  }
}

extension Node: TypedOperand {
  /// The node.
  public var traceSource: TraceSource { .node(untyped) }
}

extension Node: Hashable {
  /// Whether both are the same place of the same tape.
  public static func == (first: Node, second: Node) -> Bool { first.untyped == second.untyped }

  /// Hashes the place.
  public func hash(into hasher: inout Hasher) { hasher.combine(untyped) }
}

extension TraceNode {
  /// The value, read without that being a use of the node.
  @usableFromInline var recordedValue: TraceValue {
    tape.withStorage { $0.values[Int(index)] }
  }
}

/// A recorded value is not of the type that it was expected to be.
public struct TypeMismatch: Error, Sendable, CustomStringConvertible {
  /// The node.
  public let node: TraceNode
  /// The expected type.
  public let expected: String
  /// The type of the recorded value.
  public let found: String

  @usableFromInline
  init(node: TraceNode, expected: String, found: String) {
    self.node = node
    self.expected = expected
    self.found = found
  }

  /// One sentence for the developer.
  public var description: String {
    "\(node.pythonName) was expected to be of type \(expected) but is of type \(found)"
  }
}

extension Tape {
  /// Records a value that is no parameter as a node of its type.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The base of the name; without one, the name of the value's type.
  /// - Returns: The node.
  public func node<Value: TraceRepresentable>(
    _ value: Value, named name: String? = nil
  ) -> Node<Value> {
    Node(constant(value.traceValue, named: name), recorded: value)
  }
}
