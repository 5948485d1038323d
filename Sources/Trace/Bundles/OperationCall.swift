// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One call of an operation: binds its inputs to a tape and records how it ended.
struct OperationCall: Sendable {
  let tape: Tape
  let description: OperatorDescription
  let options: BundleOptions
  let inputs: [OperationRecord.Input]
  let values: [TraceValue]
  /// The number of nodes before the call.
  let start: UInt32

  /// Binds inputs: plain values become constants named after their parameters.
  ///
  /// - Throws: ``BundleError`` without a tape, or with several.
  init(
    _ description: OperatorDescription,
    _ options: BundleOptions,
    _ arguments: [(key: String, operand: any TraceOperand)],
    on givenTape: Tape?
  ) throws {
    let sources = arguments.map { (key: $0.key, source: $0.operand.traceSource) }
    tape = try Self.tape(of: sources, givenTape, for: description)
    self.description = description
    self.options = options
    let scope = RecordingContext.current?.nameScope
    (inputs, values, start) = tape.withStorage { storage in
      var inputs: [OperationRecord.Input] = []
      for (key, source) in sources {
        switch source {
        case .node(let node): inputs.append((key, node.index))
        case .value(let value):
          let name = TapeStorage.scoped(key, scope)
          inputs.append((key, storage.appendConstant(value, named: name)))
        }
      }
      let values = inputs.map { storage.values[Int($0.node)] }
      return (inputs, values, UInt32(storage.rows.count))
    }
  }

  private static func tape(
    of sources: [(key: String, source: TraceSource)],
    _ givenTape: Tape?,
    for description: OperatorDescription
  ) throws -> Tape {
    var tape = givenTape
    for (key, source) in sources {
      guard case .node(let node) = source else { continue }
      if let tape, tape !== node.tape {
        throw BundleError(
          .severalTapes,
          "\(description.name) was given \(key) of another tape: record it on one tape"
        )
      }
      tape = node.tape
    }
    guard let tape else {
      throw BundleError(
        .noTape,
        "\(description.name) was given no node: say on which tape to record it"
      )
    }
    return tape
  }

  /// Records the value of a call that succeeded.
  ///
  /// - Throws: ``BundleError`` when the body read nodes that it was not given and may not read.
  func succeed(with value: TraceValue, in context: RecordingContext) throws -> TraceNode {
    let external = try allowedDependencies(in: context)
    return record(
      value, details: external.isEmpty ? nil : OperationDetails(externalDependencies: external))
  }

  /// The nodes that the body read beside its inputs.
  ///
  /// - Throws: ``BundleError`` naming them when it may not read any.
  func allowedDependencies(in context: RecordingContext) throws -> [UInt32] {
    let external = externalDependencies(in: context)
    guard !external.isEmpty, !options.allowsExternalDependencies else { return external }
    let names = external.map { node in tape.withStorage { $0.pythonName(of: node) } }
    throw BundleError(
      .externalDependency,
      "\(description.name) read \(names.joined(separator: ", ")) without being given it: add it to "
        + "the inputs, or allow external dependencies")
  }

  /// Records a failure, or throws the error on when it is not the workflow's own.
  ///
  /// - Throws: ``ExecutionError`` with the exception node, or the error itself.
  func fail(with error: any Error) throws -> Never {
    guard let exception = options.failures.exception(for: error) else { throw error }
    throw failure(
      description.annotated(exception),
      base: "exception_\(options.outputName ?? description.name)",
      inputs: inputs
    )
  }

  /// Records an exception node with the given inputs.
  func failure(
    _ exception: OperatorException,
    base: String,
    inputs: [OperationRecord.Input]
  ) -> ExecutionError {
    let node = record(
      OperationRecord(
        value: .text(exception.summary), description: description.failed, base: base,
        inputs: inputs, traits: .exception, details: OperationDetails(exception: exception)))
    return ExecutionError(node: node, exception: exception)
  }

  /// Records the output of the call.
  func record(
    _ value: TraceValue, traits: NodeTraits = [], details: OperationDetails?
  ) -> TraceNode {
    record(
      OperationRecord(
        value: value, description: description, base: options.outputName ?? description.name,
        inputs: inputs, traits: traits, details: details))
  }

  private func record(_ record: OperationRecord) -> TraceNode {
    let context = RecordingContext.current
    var record = record
    record.base = TapeStorage.scoped(record.base, context?.nameScope)
    if !(context?.isTracing ?? true) { record.inputs = [] }
    return TraceNode(tape: tape, index: tape.withStorage { $0.append(record) })
  }

  /// The nodes from before the call whose values the body read, itself or through operations that
  /// it recorded, and that are not among the inputs; in order of recording.
  private func externalDependencies(in context: RecordingContext) -> [UInt32] {
    let uses = context.uses?.usedNodes ?? []
    guard !uses.isEmpty else { return [] }
    var pending = uses.compactMap { $0.tape === tape ? $0.index : nil }
    var seen = Set(pending)
    var external: [UInt32] = []
    let given = Set(inputs.map(\.node))
    tape.withStorage { storage in
      while let node = pending.popLast() {
        if given.contains(node) { continue }
        if node < start {
          external.append(node)
          continue
        }
        for parent in storage.inputs[storage.inputRange(of: node)]
        where seen.insert(parent).inserted { pending.append(parent) }
      }
    }
    return external.sorted()
  }
}
