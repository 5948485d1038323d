// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Tape {
  /// Applies an operator to one input.
  func apply(_ builtin: BuiltinOperator, _ x: TraceSource) throws -> TraceNode {
    guard case .unary(let evaluate) = builtin.evaluation else { return try apply(builtin, [x]) }
    try check(x, builtin)
    return try finish(
      withStorage { storage in
        let context = RecordingContext.current
        let scope = context?.nameScope
        let first = storage.node(of: x, scope: scope)
        let known = storage.prepare(builtin)
        let outcome = Outcome { () throws(OperatorException) in
          try evaluate(storage.values[Int(first)])
        }
        let result = storage.append(outcome, of: builtin, known, scope: scope)
        if context?.isTracing ?? true { storage.connect(to: first, key: known.keys[0]) }
        return result
      })
  }

  /// Applies an operator to two inputs.
  func apply(_ builtin: BuiltinOperator, _ x: TraceSource, _ y: TraceSource) throws -> TraceNode {
    guard case .binary(let evaluate) = builtin.evaluation else {
      return try apply(builtin, [x, y])
    }
    try check(x, builtin)
    try check(y, builtin)
    return try finish(
      withStorage { storage in
        let context = RecordingContext.current
        let scope = context?.nameScope
        let first = storage.node(of: x, scope: scope)
        let second = storage.node(of: y, scope: scope)
        let builtin = storage.variant(of: builtin, for: first)
        let known = storage.prepare(builtin)
        let outcome = Outcome { () throws(OperatorException) in
          try evaluate(storage.values[Int(first)], storage.values[Int(second)])
        }
        let result = storage.append(outcome, of: builtin, known, scope: scope)
        if context?.isTracing ?? true {
          storage.connect(to: first, key: known.keys[0])
          storage.connect(to: second, key: known.keys[1])
        }
        return result
      })
  }

  /// Applies an operator to any number of inputs.
  func apply(_ builtin: BuiltinOperator, _ operands: [TraceSource]) throws -> TraceNode {
    for operand in operands { try check(operand, builtin) }
    return try finish(
      withStorage { storage in
        let context = RecordingContext.current
        let scope = context?.nameScope
        let nodes = operands.map { storage.node(of: $0, scope: scope) }
        let known = storage.prepare(builtin)
        let outcome = Outcome { () throws(OperatorException) in
          try builtin.evaluate(nodes.map { storage.values[Int($0)] })
        }
        let result = storage.append(outcome, of: builtin, known, scope: scope)
        if context?.isTracing ?? true {
          for (place, node) in nodes.enumerated() {
            storage.connect(to: node, key: storage.key(at: place, of: known))
          }
        }
        return result
      })
  }

  private func check(_ operand: TraceSource, _ builtin: BuiltinOperator) throws {
    guard case .node(let node) = operand, node.tape !== self else { return }
    throw BundleError(
      .severalTapes,
      "\(builtin.description.name) was given nodes of several tapes: record them on one tape")
  }

  private func finish(_ result: (node: UInt32, failure: OperatorException?)) throws -> TraceNode {
    let node = TraceNode(tape: self, index: result.node)
    if let exception = result.failure { throw ExecutionError(node: node, exception: exception) }
    return node
  }
}

/// How the evaluation of an operator ended.
private enum Outcome {
  case value(TraceValue)
  case failure(OperatorException)

  init(_ evaluate: () throws(OperatorException) -> TraceValue) {
    do { self = .value(try evaluate()) } catch { self = .failure(error) }
  }
}

extension TapeStorage {
  /// The operator that is recorded: the sum of texts is called `concat`.
  fileprivate func variant(of builtin: BuiltinOperator, for first: UInt32) -> BuiltinOperator {
    guard case .text = values[Int(first)], builtin === BuiltinOperator.add else { return builtin }
    return .concat
  }

  fileprivate mutating func append(
    _ outcome: Outcome, of builtin: BuiltinOperator, _ known: PreparedOperator, scope: String?
  ) -> (node: UInt32, failure: OperatorException?) {
    switch outcome {
    case .value(let value):
      return (appendOutput(value, of: builtin, known, scope: scope), nil)
    case .failure(let exception):
      let annotated = builtin.description.annotated(exception)
      return (appendFailure(annotated, of: builtin, scope: scope), annotated)
    }
  }
}
