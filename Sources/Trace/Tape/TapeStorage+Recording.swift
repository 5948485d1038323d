// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TapeStorage {
  mutating func appendConstant(_ value: TraceValue, named name: String) -> UInt32 {
    append(value, base: names.identifier(of: name), detail: NodeRow.noDetail, traits: [])
  }

  /// Records a constant named after the type of its value.
  mutating func appendConstant(_ value: TraceValue, scope: String?) -> UInt32 {
    guard scope == nil else {
      return appendConstant(value, named: Self.scoped(value.typeName, scope))
    }
    let type = value.typeNumber
    if typeBases[type] == NodeRow.noDetail {
      typeBases[type] = names.identifier(of: value.typeName)
    }
    return append(value, base: typeBases[type], detail: NodeRow.noDetail, traits: [])
  }

  mutating func appendParameter(
    _ value: TraceValue,
    named name: String,
    traits: NodeTraits,
    _ details: ParameterDetails
  ) -> UInt32 {
    let index = append(
      value, base: names.identifier(of: name), detail: UInt32(parameters.count), traits: traits)
    parameters.append(details)
    parameters[parameters.count - 1].node = index
    return index
  }

  /// Records an operation; its inputs are connected right after.
  mutating func appendMessage(
    _ value: TraceValue, base: UInt32, operation: UInt32, traits: NodeTraits = []
  ) -> UInt32 {
    append(value, base: base, detail: operation, traits: traits.union(.message))
  }

  /// Connects the operation that was recorded last with one more of its inputs.
  mutating func connect(to input: UInt32, key: UInt32) {
    let last = rows.count - 1
    assert(Int(input) < last, "an operation can only have earlier nodes as inputs")
    inputs.append(input)
    inputKeys.append(key)
    let row = rows[Int(input)]
    rows[last].level = max(rows[last].level, row.level + 1)
    rows[last].traits.formUnion(row.traits.intersection(.inherited))
  }

  mutating func append(_ record: OperationRecord) -> UInt32 {
    var traits = record.traits
    if traits.contains(.expandable) { traits.insert(.dependsOnExpandable) }
    let index = appendMessage(
      record.value, base: names.identifier(of: record.base),
      operation: operators.identifier(of: record.description), traits: traits)
    for input in record.inputs {
      connect(to: input.node, key: inputNames.identifier(of: input.key))
    }
    if let details = record.details { self.details[index] = details }
    return index
  }

  private mutating func append(
    _ value: TraceValue, base: UInt32, detail: UInt32, traits: NodeTraits
  ) -> UInt32 {
    let index = UInt32(rows.count)
    values.append(value)
    rows.append(
      NodeRow(
        base: base,
        ordinal: names.nextOrdinal(of: base),
        level: 0,
        detail: detail,
        firstInput: UInt32(inputs.count),
        traits: traits
      ))
    return index
  }
}
