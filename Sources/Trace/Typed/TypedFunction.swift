// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An operation with typed inputs and a typed output, made by ``bundle(_:_:summary:options:_:)``.
public struct TypedFunction<each Input: TraceRepresentable, Output: TraceRepresentable>: Sendable {
  private let function: BundledFunction

  init(_ function: BundledFunction) { self.function = function }

  /// What the operation is called and what it does.
  public var description: OperatorDescription { function.description }

  /// Runs the operation and records its output.
  ///
  /// - Parameters:
  ///   - inputs: Nodes or plain values in the order of the parameters.
  ///   - tape: The tape, needed only when no input is a node.
  /// - Returns: The node of the output.
  /// - Throws: ``ExecutionError`` when the operation fails by its own fault, ``BundleError`` when it
  ///   cannot be recorded, and whatever else its body throws.
  public func callAsFunction(
    _ inputs: repeat any TypedOperand<each Input>, on tape: Tape? = nil
  ) throws -> Node<Output> {
    var operands: [any TraceOperand] = []
    for input in repeat each inputs { operands.append(input) }
    return try Node<Output>(
      function.run(function.options.bind(operands, of: description.name), on: tape))
  }
}

/// Makes an operation of a function of typed values.
///
/// ```swift
/// let addTax = bundle("add_tax", ["price", "rate"]) { (price: Double, rate: Double) in
///   price * (1 + rate)
/// }
/// let total = try addTax(price, 0.19)
/// ```
///
/// - Parameters:
///   - name: What the operation is called, and the base of the names of its outputs.
///   - parameters: The names of its parameters, one for each.
///   - summary: What it does with its inputs, for the reader of the graph.
///   - options: How failures and reads beside the inputs are treated.
///   - body: The function.
/// - Returns: The operation, which is called like the function.
public func bundle<each Input: TraceRepresentable, Output: TraceRepresentable>(
  _ name: String,
  _ parameters: [String],
  summary: String = "",
  options: BundleOptions = BundleOptions(),
  _ body: @escaping @Sendable (repeat each Input) throws -> Output
) -> TypedFunction<repeat each Input, Output> {
  var options = options
  options.signature = BundleSignature(parameters)
  return TypedFunction(
    bundle(name, summary: summary, options: options) { arguments in
      var place = 0
      func next<Value: TraceRepresentable>(_ type: Value.Type) throws -> Value {
        defer { place += 1 }
        guard place < arguments.count, let value = Value(traceValue: arguments[place]) else {
          throw BundleError(
            .badArguments, "\(name) has no argument of type \(type) at place \(place)")
        }
        return value
      }
      return try body(repeat next((each Input).self)).traceValue
    })
}
