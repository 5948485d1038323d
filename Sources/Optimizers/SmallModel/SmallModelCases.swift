// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// Training examples that missed the target, the latest last.
struct SmallModelCases: Sendable {
  /// What one example came to.
  struct Case: Sendable, Hashable {
    /// What went in, by name, without source text and without values that may not be changed.
    let inputs: [FunctionView.NamedValue]
    /// The last value before the output, which in a prompted workflow is the model's response.
    let step: FunctionView.NamedValue?
    /// What came out.
    let outputs: [FunctionView.NamedValue]
    /// What was said about it.
    let feedback: String
  }

  private static let kept = 10
  private var cases: [Case] = []

  /// Adds the examples of a signal that missed the target; an example that is known already is told
  /// by its latest run.
  mutating func add(_ signal: TrainingSignal, frozen: Set<String>) {
    let parts = signal.parts.isEmpty ? [signal] : signal.parts
    for part in parts where part.outcome != .correct {
      let view = part.view
      let inputs = view.inputs.filter { value in
        !value.isCode && !frozen.contains(part.parameterNames[value.name] ?? "")
      }
      let added = Case(
        inputs: inputs, step: view.others.last, outputs: view.outputs, feedback: view.feedback)
      cases.removeAll { $0.inputs.map(\.text) == added.inputs.map(\.text) }
      cases.append(added)
    }
    cases = cases.suffix(Self.kept)
  }

  /// The latest cases, oldest first.
  func latest(_ count: Int) -> ArraySlice<Case> { cases.suffix(count) }
}

extension SmallModelCases.Case {
  /// Characters of one value before it is cut.
  private static let shownCharacters = 700

  /// The case as lines of a prompt.
  var text: String {
    var lines = inputs.map { Self.line($0.name, $0.text) }
    if let step { lines.append(Self.line(step.name, step.text)) }
    lines += outputs.map { Self.line("output", $0.text) }
    lines.append(Self.line("feedback", feedback))
    return lines.joined(separator: "\n")
  }

  private static func line(_ name: String, _ text: String) -> String {
    let name = String(name.reversed().drop { $0.isNumber }.reversed())
    let shown = text.count > shownCharacters ? text.prefix(shownCharacters) + " ..." : text[...]
    return "\(name): \(shown)"
  }
}
