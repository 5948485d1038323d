// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Records one forward pass of a workflow and carries feedback back to its parameters.
///
/// Nodes are kept in arrays in the order in which they are recorded. An operation can only be given
/// nodes that exist, so this order is a topological one, and nothing has to be sorted or walked
/// recursively. A tape may be used from several tasks at once; when they record at once, the order
/// and with it the ordinals in names depend on their timing.
public final class Tape: Sendable {
  private let storage = Mutex(TapeStorage())

  /// Creates an empty tape.
  public init() {}

  /// Gives exclusive access to what is recorded; `body` must not call back into the tape.
  func withStorage<Result, Failure: Error>(
    _ body: (inout sending TapeStorage) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try storage.withLock(body)
  }

  /// The number of recorded nodes.
  public var count: Int { withStorage { $0.rows.count } }

  /// All nodes in the order in which they were recorded.
  ///
  /// - Complexity: O(*n*).
  public var nodes: [TraceNode] { (0..<UInt32(count)).map { TraceNode(tape: self, index: $0) } }

  /// The parameters in the order in which they were recorded, also those that are frozen.
  ///
  /// - Complexity: O(*n*) in the number of parameters.
  public var parameters: [TraceNode] {
    withStorage { storage in storage.parameters.map(\.node) }
      .map { TraceNode(tape: self, index: $0) }
  }

  /// Records a parameter.
  ///
  /// - Parameters:
  ///   - value: The value of this forward pass.
  ///   - name: The base of the name; it has no colon.
  ///   - summary: What the parameter is for.
  ///   - constraint: A condition in words that new values have to meet; without one, optimizers are
  ///     shown the summary in its place.
  ///   - isTrainable: Whether optimizers may change it.
  ///   - isCode: Whether the value is source text.
  /// - Returns: The node of the parameter.
  @discardableResult
  public func parameter(
    _ value: TraceValue,
    named name: String,
    description summary: String = "",
    constraint: String? = nil,
    isTrainable: Bool = true,
    isCode: Bool = false
  ) -> TraceNode {
    var traits: NodeTraits = [.parameter, .dependsOnParameter]
    if isTrainable { traits.insert(.trainable) }
    if isCode { traits.insert(.code) }
    let scope = RecordingContext.current?.nameScope
    let index = withStorage { storage in
      storage.appendParameter(
        value,
        named: TapeStorage.scoped(name, scope),
        traits: traits,
        ParameterDetails(node: 0, summary: summary, constraint: constraint)
      )
    }
    return TraceNode(tape: self, index: index)
  }

  /// Records a value that is no parameter.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: The base of the name; without one, the name of the value's type.
  /// - Returns: The node of the constant.
  @discardableResult
  public func constant(_ value: TraceValue, named name: String? = nil) -> TraceNode {
    let scope = RecordingContext.current?.nameScope
    let index = withStorage { storage in
      storage.appendConstant(value, named: TapeStorage.scoped(name ?? value.typeName, scope))
    }
    return TraceNode(tape: self, index: index)
  }
}
