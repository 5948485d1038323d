// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a tape knows of an operator that was used on it.
struct PreparedOperator: Sendable {
  let operation: UInt32
  let base: UInt32
  /// The names of the inputs, without those of a variadic rest.
  let keys: [UInt32]
}

extension TapeStorage {
  /// An input as a node; a plain value becomes a constant named after its type.
  mutating func node(of source: TraceSource, scope: String?) -> UInt32 {
    switch source {
    case .node(let node): node.index
    case .value(let value): appendConstant(value, scope: scope)
    }
  }

  mutating func prepare(_ builtin: BuiltinOperator) -> PreparedOperator {
    let identity = ObjectIdentifier(builtin)
    if let known = prepared[identity] { return known }
    let new = PreparedOperator(
      operation: operators.identifier(of: builtin.description),
      base: names.identifier(of: builtin.description.name),
      keys: builtin.keys.filter { !$0.hasPrefix("*") }.map { inputNames.identifier(of: $0) })
    prepared[identity] = new
    return new
  }

  /// Records the output of an operator, which is to be connected with its inputs.
  mutating func appendOutput(
    _ value: TraceValue, of builtin: BuiltinOperator, _ known: PreparedOperator, scope: String?
  ) -> UInt32 {
    let base =
      scope == nil
      ? known.base : names.identifier(of: Self.scoped(builtin.description.name, scope))
    return appendMessage(value, base: base, operation: known.operation)
  }

  /// Records the failure of an operator.
  mutating func appendFailure(
    _ exception: OperatorException, of builtin: BuiltinOperator, scope: String?
  ) -> UInt32 {
    let name = builtin.description.name
    let index = appendMessage(
      .text(exception.summary),
      base: names.identifier(of: Self.scoped("exception_\(name)", scope)),
      operation: operators.identifier(of: builtin.description.failed), traits: .exception)
    details[index] = OperationDetails(exception: exception)
    return index
  }

  /// The name of the input at a place, `args_0` and so on after those that have names.
  mutating func key(at place: Int, of known: PreparedOperator) -> UInt32 {
    place < known.keys.count
      ? known.keys[place] : inputNames.identifier(of: "args_\(place - known.keys.count)")
  }
}
