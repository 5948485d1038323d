// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Writes a subgraph as a pseudo-program.
///
/// A root is a variable or an input. The output of an operation is a line of code when all inputs of
/// the operation are in the subgraph; otherwise it is an input itself, since what it came from is
/// not shown.
struct FunctionViewWriter {
  let storage: TapeStorage
  let subgraph: Subgraph
  private(set) var view: FunctionView
  private var documented: [String: Int] = [:]

  init(storage: TapeStorage, subgraph: Subgraph) {
    self.storage = storage
    self.subgraph = subgraph
    view = FunctionView(feedback: subgraph.feedback)
    guard let last = subgraph.nodes.last else { return }
    let depth = storage.rows[Int(last)].level
    for node in subgraph.nodes { write(node, depth: depth) }
  }

  private mutating func write(_ node: UInt32, depth: UInt32) {
    let row = storage.rows[Int(node)]
    let inputs = storage.inputRange(of: node)
    let isShown = storage.inputs[inputs].allSatisfy { subgraph.isMember[Int($0)] }
    if row.traits.contains(.message), isShown, let operation = storage.operation(of: node) {
      view.code.append(line(of: node, operation, inputs))
      view.operations.append(
        FunctionView.Operation(
          output: storage.pythonName(of: node), name: operation.name,
          inputs: storage.inputs[inputs].map { storage.pythonName(of: $0) }))
      document(operation)
      if row.level == depth {
        view.outputs.append(value(of: node))
      } else {
        view.others.append(value(of: node))
      }
    } else if row.traits.contains(.trainable) {
      let value = value(of: node)
      view.variables.append(value)
      constrain(value, by: storage.parameterDetails(of: node))
    } else {
      view.inputs.append(value(of: node))
    }
  }

  private func line(
    of node: UInt32,
    _ operation: OperatorDescription,
    _ inputs: Range<Int>
  ) -> String {
    var line = "\(storage.pythonName(of: node)) = \(operation.name)("
    for input in inputs {
      if input > inputs.lowerBound { line += ", " }
      line += storage.inputNames.symbols[Int(storage.inputKeys[input])]
      line += "="
      line += storage.pythonName(of: storage.inputs[input])
    }
    line += ")"
    return line
  }

  private mutating func document(_ operation: OperatorDescription) {
    let entry = FunctionView.Documentation(name: operation.name, text: operation.summary)
    if let known = documented[operation.name] {
      view.documentation[known] = entry
    } else {
      documented[operation.name] = view.documentation.count
      view.documentation.append(entry)
    }
  }

  private mutating func constrain(
    _ variable: FunctionView.NamedValue,
    by details: ParameterDetails?
  ) {
    guard let text = details?.constraint ?? details?.summary, !text.isEmpty else { return }
    view.constraints.append(
      FunctionView.Constraint(typeName: variable.typeName, name: variable.name, text: text)
    )
  }

  private func value(of node: UInt32) -> FunctionView.NamedValue {
    let value = storage.values[Int(node)]
    return FunctionView.NamedValue(
      name: storage.pythonName(of: node),
      typeName: value.typeName,
      text: value.plainText,
      isCode: storage.rows[Int(node)].traits.contains(.code)
    )
  }
}
