// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension OperationCall {
  /// Records the value of a call whose computation was recorded too.
  ///
  /// - Throws: ``BundleError`` when the body read nodes that it was not given and may not read, or
  ///   ended on another tape.
  func succeed(withInner inner: TraceNode, in context: RecordingContext) throws -> TraceNode {
    guard inner.tape === tape else {
      throw BundleError(
        .severalTapes, "\(description.name) returned a node of another tape: record it on one tape")
    }
    let (value, hidden) = tape.withStorage { storage in
      (
        storage.values[Int(inner.index)],
        storage.hiddenDependencies(of: inner.index, inputs: inputs.map(\.node))
      )
    }
    var details = OperationDetails(externalDependencies: try allowedDependencies(in: context))
    details.innerOutput = inner.index
    details.hiddenDependencies = hidden
    return record(value, traits: hidden.isEmpty ? [] : .expandable, details: details)
  }
}

extension TapeStorage {
  /// The parameters that an inner output depends on and the inputs of its operation do not, with
  /// those that are hidden in operations within.
  fileprivate func hiddenDependencies(of inner: UInt32, inputs: [UInt32]) -> [UInt32] {
    var visible: Set<UInt32> = []
    for input in inputs {
      visible.formUnion(ancestors(of: input, with: .parameter))
      visible.formUnion(ancestors(of: input, with: .expandable))
    }
    var hidden = Set(ancestors(of: inner, with: .parameter)).subtracting(visible)
    for node in ancestors(of: inner, with: .expandable) where !visible.contains(node) {
      hidden.formUnion(details[node]?.hiddenDependencies ?? [])
    }
    return hidden.subtracting(visible).sorted()
  }
}
