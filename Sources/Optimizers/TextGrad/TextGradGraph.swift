// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// The trace as TextGrad walks it: the operations through which feedback reaches a variable.
struct TextGradGraph {
  private let view: FunctionView
  private let values: [String: FunctionView.NamedValue]
  /// The names of the variables and of everything that depends on one.
  private let dependent: Set<String>
  private let summaries: [String: String]

  init(_ view: FunctionView) {
    self.view = view
    values = Dictionary(
      (view.variables + view.inputs + view.others + view.outputs).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
    summaries = Dictionary(
      view.documentation.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    var dependent = Set(view.variables.map(\.name))
    for operation in view.operations where operation.inputs.contains(where: dependent.contains) {
      dependent.insert(operation.output)
    }
    self.dependent = dependent
  }

  /// The operations from the last one back to the first.
  var backwards: [FunctionView.Operation] { view.operations.reversed() }

  /// The outputs that the feedback is about; a variable that is an output itself is one of them.
  var ends: [String] {
    view.outputs.isEmpty ? view.variables.map(\.name) : view.outputs.map(\.name)
  }

  /// The inputs of an operation that are variables or depend on one, each once.
  func paths(into operation: FunctionView.Operation) -> [String] {
    var names: [String] = []
    for name in operation.inputs where dependent.contains(name) && !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// The value of a name as a line.
  func line(_ name: String) -> String { values[name]?.description ?? name }

  /// The value of a name.
  func text(_ name: String) -> String { values[name]?.text ?? "" }

  /// What an operation does.
  func summary(_ operation: FunctionView.Operation) -> String { summaries[operation.name] ?? "" }
}
