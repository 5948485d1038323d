// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An operation of a workflow that a tape records as one node, made by
/// ``bundle(_:summary:options:_:)->BundledFunction``.
public struct BundledFunction: Sendable {
  /// What the operation is called and what it does.
  public let description: OperatorDescription
  let options: BundleOptions
  let body: @Sendable ([TraceValue]) throws -> TraceValue

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
  ) throws -> TraceNode {
    try run(options.bind([], inputs, of: description.name), on: tape)
  }

  /// Runs the operation on inputs that its signature names, and records its output.
  ///
  /// - Parameters:
  ///   - arguments: The inputs in the order of the parameters.
  ///   - tape: The tape, needed only when no input is a node.
  /// - Returns: The node of the output.
  /// - Throws: ``ExecutionError`` when the operation fails by its own fault, ``BundleError`` when it
  ///   has no signature or cannot be recorded, and whatever else its body throws.
  public func applied(
    to arguments: any TraceOperand..., on tape: Tape? = nil
  ) throws -> TraceNode {
    try run(options.bind(arguments, of: description.name), on: tape)
  }

  /// Runs the operation on named inputs whose number is known only when the program runs.
  ///
  /// - Parameters:
  ///   - inputs: The inputs in order, by the names that a reader of the graph sees.
  ///   - tape: The tape, needed only when no input is a node.
  /// - Returns: The node of the output.
  /// - Throws: ``ExecutionError`` when the operation fails by its own fault, ``BundleError`` when it
  ///   cannot be recorded, and whatever else its body throws.
  public func applied(
    toNamed inputs: [(key: String, operand: any TraceOperand)], on tape: Tape? = nil
  ) throws -> TraceNode {
    let bound = try options.signature?.bind([], inputs, of: description.name) ?? inputs
    return try run(bound, on: tape)
  }

  func run(_ inputs: [BundleSignature.Argument], on tape: Tape?) throws -> TraceNode {
    let call = try OperationCall(description, options, inputs, on: tape)
    let context = RecordingContext.forOperation()
    let value: TraceValue
    do {
      value = try RecordingContext.$current.withValue(context) { try body(call.values) }
    } catch {
      try call.fail(with: error)
    }
    return try call.succeed(with: value, in: context)
  }
}

/// Makes an operation of a closure.
///
/// ```swift
/// let shout = bundle("shout", summary: "Writes x in capitals.") { arguments in
///   .text(arguments[0].plainText.uppercased())
/// }
/// let loud = try shout(["x": question])
/// ```
///
/// - Parameters:
///   - name: What the operation is called, and the base of the names of its outputs.
///   - summary: What it does with its inputs, for the reader of the graph.
///   - options: How failures and reads beside the inputs are treated.
///   - body: Computes the output from the values of the inputs, in order.
/// - Returns: The operation, which is called with its inputs by name.
public func bundle(
  _ name: String,
  summary: String = "",
  options: BundleOptions = BundleOptions(),
  _ body: @escaping @Sendable (_ arguments: [TraceValue]) throws -> TraceValue
) -> BundledFunction {
  BundledFunction(
    description: OperatorDescription(name: name, summary: summary, source: options.source),
    options: options, body: body)
}
