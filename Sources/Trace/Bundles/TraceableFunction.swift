// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An operation whose own computation is recorded too, made by
/// ``traceableBundle(_:summary:options:_:)``.
///
/// Outside, the operation is one node with its inputs. Inside, its body works on detached copies of
/// the inputs, and what it records ends in ``TraceNode/innerOutput``. A parameter that the body uses
/// without being given it is a hidden dependency of the node: feedback reaches it all the same.
public struct TraceableFunction: Sendable {
  /// What the operation is called and what it does.
  public let description: OperatorDescription
  let options: BundleOptions
  let body: @Sendable ([TraceNode]) async throws -> TraceNode

  /// Runs the operation and records its output.
  ///
  /// - Parameters:
  ///   - inputs: The inputs in order, by the names that a reader of the graph sees. A plain value
  ///     becomes a constant of that name.
  ///   - tape: The tape, needed only when no input is a node.
  /// - Returns: The node of the output.
  /// - Throws: ``ExecutionError`` when the operation fails by its own fault, ``BundleError`` when it
  ///   cannot be recorded, and whatever else its body throws.
  public func callAsFunction(
    _ inputs: KeyValuePairs<String, any TraceOperand>, on tape: Tape? = nil
  ) async throws -> TraceNode {
    let bound = try options.bind([], inputs, of: description.name)
    let call = try OperationCall(description, options, bound, on: tape)
    let context = RecordingContext.forOperation()
    let inner: TraceNode
    do {
      let copies = call.inputs.map { call.tape.constantCopy(of: $0.node) }
      inner = try await RecordingContext.$current.withValue(context) { try await body(copies) }
    } catch {
      try call.fail(with: error)
    }
    return try call.succeed(withInner: inner, in: context)
  }
}

/// Makes an operation of a closure whose own computation is recorded too.
///
/// - Parameters:
///   - name: What the operation is called, and the base of the names of its outputs.
///   - summary: What it does with its inputs, for the reader of the graph.
///   - options: How failures and reads beside the inputs are treated.
///   - body: Computes the output from copies of the inputs, in order.
/// - Returns: The operation, which is called with its inputs by name.
public func traceableBundle(
  _ name: String,
  summary: String = "",
  options: BundleOptions = BundleOptions(),
  _ body: @escaping @Sendable (_ inputs: [TraceNode]) async throws -> TraceNode
) -> TraceableFunction {
  TraceableFunction(
    description: OperatorDescription(name: name, summary: summary, source: options.source),
    options: options, body: body)
}

extension TraceNode {
  /// A copy of the node without inputs: a parameter of the same kind, or a constant.
  ///
  /// It is named after the node: the copy of `x:0` is `x0_copy:0`.
  public func detached() -> TraceNode {
    let scope = RecordingContext.current?.nameScope
    let copy = tape.withStorage { storage -> UInt32 in
      let name = TapeStorage.scoped("\(storage.pythonName(of: index))_copy", scope)
      let value = storage.values[Int(index)]
      guard let details = storage.parameterDetails(of: index) else {
        return storage.appendConstant(value, named: name)
      }
      let traits = storage.rows[Int(index)].traits
      return storage.appendParameter(value, named: name, traits: traits, details)
    }
    return TraceNode(tape: tape, index: copy)
  }

  /// All that was recorded inside the operation, when that was recorded too.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded before the inner output.
  public var innerGraph: TraceGraph {
    guard let innerOutput else { return .empty }
    let members = tape.withStorage { storage in
      storage.sortedByLevel(storage.ancestors(of: innerOutput.index))
    }
    return TraceGraph(sorted: members.map { TraceNode(tape: tape, index: $0) }, feedback: nil)
  }
}

extension Tape {
  fileprivate func constantCopy(of node: UInt32) -> TraceNode {
    let copy = withStorage { storage in
      storage.appendConstant(
        storage.values[Int(node)], named: "\(storage.pythonName(of: node))_copy")
    }
    return TraceNode(tape: self, index: copy)
  }
}
