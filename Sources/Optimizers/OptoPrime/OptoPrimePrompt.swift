// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Trace

/// Writes a training signal as the pseudo-program that OptoPrime shows to its model.
///
/// Parts and their order are those of OptoPrime (Cheng, Nie and Swaminathan, 2024, section 4.2);
/// empty parts keep their heading.
struct OptoPrimePrompt {
  let objective: String
  let signal: TrainingSignal
  var style = OptoPrimeStyle()
  /// Earlier values and their feedback, oldest first.
  var memory: [MemoryEntry] = []

  /// Values that were tried and what was said about them.
  struct MemoryEntry: Sendable, Hashable {
    let variables: [FunctionView.NamedValue]
    let feedback: String
  }

  /// The text of the user's message.
  var text: String {
    var parts = [OptoPrimeInstructions.problemHeading] + sections
    if !memory.isEmpty {
      parts.append(OptoPrimeInstructions.memoryHeading + "\n" + shownMemory)
    }
    if style.namesVariables {
      let names = signal.view.variables.map(\.name).joined(separator: ", ")
      parts.append(OptoPrimeInstructions.highlight(names))
    }
    parts.append(OptoPrimeInstructions.answerHeading)
    return parts.joined(separator: "\n\n")
  }

  /// The parts of the problem under their headings.
  private var sections: [String] {
    OptoPrimeSection.allCases.compactMap { section in
      if section == .constraints, style.format == .xml { return nil }
      let lines = style.masked.contains(section) ? [] : lines(of: section)
      return "\(style.headings[section])\n\(lines.joined(separator: "\n"))"
    }
  }

  private func lines(of section: OptoPrimeSection) -> [String] {
    let view = signal.view
    return switch section {
    case .instruction: [objective]
    case .code: view.code
    case .documentation: view.documentation.map(\.description)
    case .variables: view.variables.map(variable)
    case .constraints: view.constraints.map(\.description)
    case .inputs: view.inputs.map(value)
    case .others: view.others.map(value)
    case .outputs: view.outputs.map(value)
    case .feedback: [view.feedback]
    }
  }

  private func variable(_ value: FunctionView.NamedValue) -> String {
    guard style.format == .xml else { return value.description }
    let constraint = signal.view.constraints.first { $0.name == value.name }
    return ValueBlock(value, tag: "variable", constraint: constraint?.text).text
  }

  private func value(_ value: FunctionView.NamedValue) -> String {
    style.format == .xml
      ? ValueBlock(value, tag: "node", limit: ValueBlock.shownCharacters).text : value.description
  }

  private var shownMemory: String {
    memory.enumerated().map { index, entry in
      guard style.format == .xml else { return Self.json(entry) }
      let blocks = entry.variables.map { ValueBlock($0, tag: "variable").text }
      return """
        <round \(index + 1)>
        \(blocks.joined(separator: "\n"))
        <feedback>
        \(entry.feedback)
        </feedback>
        </round \(index + 1)>
        """
    }.joined(separator: "\n")
  }

  private static func json(_ entry: MemoryEntry) -> String {
    let variables = entry.variables.map { JSONValue.Member($0.name, .string($0.text)) }
    return JSONValue.object([
      JSONValue.Member("variables", .object(variables)),
      JSONValue.Member("feedback", .string(entry.feedback)),
    ]).indentedText
  }
}
