// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A value of a workflow that an optimizer may change from one forward pass to the next.
///
/// A parameter lives as long as its workflow; each forward pass records its value on a tape of its
/// own. It is shared by reference, so that whoever holds the workflow sees the new value.
///
/// ```swift
/// let template = Parameter("template", "Q: {question}", constraint: "has to contain {question}")
/// let node = template.node(on: tape)   // Node<String>
/// ```
public final class Parameter<Value: TraceRepresentable>: WorkflowParameter {
  /// The base of the names of its nodes, and its name when it is saved.
  public let name: String
  /// What the parameter is for.
  public let summary: String
  /// A condition in words that new values have to meet.
  public let constraint: String?
  /// Whether optimizers may change it.
  public let isTrainable: Bool
  /// Whether the value is source text.
  public let isCode: Bool
  private let current: Mutex<Value>

  /// Creates a parameter.
  ///
  /// - Parameters:
  ///   - name: The base of the names of its nodes; it has no colon.
  ///   - value: The value to begin with.
  ///   - summary: What the parameter is for.
  ///   - constraint: A condition in words that new values have to meet.
  ///   - isTrainable: Whether optimizers may change it.
  ///   - isCode: Whether the value is source text.
  public init(
    _ name: String,
    _ value: Value,
    description summary: String = "",
    constraint: String? = nil,
    isTrainable: Bool = true,
    isCode: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.constraint = constraint
    self.isTrainable = isTrainable
    self.isCode = isCode
    current = Mutex(value)
  }

  /// The value that the next forward pass begins with.
  public var value: Value {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }

  /// The value as a tape records it.
  public var traceValue: TraceValue { value.traceValue }

  /// Whether a dynamic value is of the parameter's type.
  public func accepts(_ value: TraceValue) -> Bool { Value(traceValue: value) != nil }

  /// Takes over a dynamic value, and says whether it is of the parameter's type; one that is not
  /// changes nothing.
  @discardableResult
  public func update(to value: TraceValue) -> Bool {
    guard let value = Value(traceValue: value) else { return false }
    self.value = value
    return true
  }

  /// The node of the parameter on a tape, which is recorded when it is first asked for.
  ///
  /// A tape keeps the value that the parameter had then.
  public func node(on tape: Tape) -> Node<Value> {
    let value = value
    let node = tape.node(for: self, value: value.traceValue)
    let recorded = tape.withStorage { $0.values[Int(node.index)] }
    return Node(node, recorded: Value(traceValue: recorded) ?? value)
  }
}

/// A parameter whose type is not known.
public protocol WorkflowParameter: AnyObject, Sendable {
  /// The base of the names of its nodes, and its name when it is saved.
  var name: String { get }
  /// What the parameter is for.
  var summary: String { get }
  /// A condition in words that new values have to meet.
  var constraint: String? { get }
  /// Whether optimizers may change it.
  var isTrainable: Bool { get }
  /// Whether the value is source text.
  var isCode: Bool { get }
  /// The value as a tape records it.
  var traceValue: TraceValue { get }
  /// Whether a dynamic value is of the parameter's type.
  func accepts(_ value: TraceValue) -> Bool
  /// Takes over a dynamic value, and says whether it is of the parameter's type.
  @discardableResult
  func update(to value: TraceValue) -> Bool
}

extension Tape {
  /// The node of a parameter, recorded when it is first asked for.
  fileprivate func node(for parameter: any WorkflowParameter, value: TraceValue) -> TraceNode {
    var traits: NodeTraits = [.parameter, .dependsOnParameter]
    if parameter.isTrainable { traits.insert(.trainable) }
    if parameter.isCode { traits.insert(.code) }
    let name = TapeStorage.scoped(parameter.name, RecordingContext.current?.nameScope)
    let index = withStorage { storage -> UInt32 in
      let identity = ObjectIdentifier(parameter)
      if let known = storage.bound[identity] { return known.node }
      let node = storage.appendParameter(
        value, named: name, traits: traits,
        ParameterDetails(
          node: 0, summary: parameter.summary, constraint: parameter.constraint))
      storage.bound[identity] = (parameter, node)
      return node
    }
    return TraceNode(tape: self, index: index)
  }
}
