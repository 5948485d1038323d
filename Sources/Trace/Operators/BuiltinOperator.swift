// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An operation that nodes have without a bundle: a row of the operator table.
///
/// Operators are objects so that a tape finds what it knows of one by its address.
final class BuiltinOperator: Sendable {
  typealias Unary = @Sendable (TraceValue) throws(OperatorException) -> TraceValue
  typealias Binary = @Sendable (TraceValue, TraceValue) throws(OperatorException) -> TraceValue
  typealias Variadic = @Sendable ([TraceValue]) throws(OperatorException) -> TraceValue

  /// How the value is computed from those of the inputs.
  enum Evaluation: Sendable {
    case unary(Unary)
    case binary(Binary)
    case variadic(Variadic)
  }

  let description: OperatorDescription
  /// The names of the inputs; a variadic operator may have more.
  let keys: [String]
  let evaluation: Evaluation

  private init(
    _ name: String,
    _ keys: [String],
    _ expression: String,
    _ summary: String,
    _ evaluation: Evaluation
  ) {
    let source = "def \(name)(\(keys.joined(separator: ", "))):\n    return \(expression)"
    description = OperatorDescription(name: name, summary: summary, source: source)
    self.keys = keys
    self.evaluation = evaluation
  }

  /// An operator with one input called x.
  convenience init(
    unary name: String,
    _ expression: String,
    _ summary: String,
    _ evaluate: @escaping Unary
  ) {
    self.init(name, ["x"], expression, summary, .unary(evaluate))
  }

  /// An operator with two inputs.
  convenience init(
    binary name: String,
    keys: [String] = ["x", "y"],
    _ expression: String,
    _ summary: String,
    _ evaluate: @escaping Binary
  ) {
    self.init(name, keys, expression, summary, .binary(evaluate))
  }

  /// An operator with any number of inputs.
  convenience init(
    variadic name: String,
    keys: [String],
    _ expression: String,
    _ summary: String,
    _ evaluate: @escaping Variadic
  ) {
    self.init(name, keys, expression, summary, .variadic(evaluate))
  }

  func evaluate(_ values: [TraceValue]) throws(OperatorException) -> TraceValue {
    switch evaluation {
    case .unary(let evaluate): try evaluate(values[0])
    case .binary(let evaluate): try evaluate(values[0], values[1])
    case .variadic(let evaluate): try evaluate(values)
    }
  }
}
