// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Trace

/// Writes a training signal as the pseudo-program that OptoPrime shows to its model.
///
/// Sections and their order are those of OptoPrime (Cheng, Nie and Swaminathan, 2024, section 4.2);
/// empty sections keep their heading.
struct OptoPrimePrompt {
  /// The sections in their order.
  enum Section: String, CaseIterable, Sendable {
    case instruction = "Instruction"
    case code = "Code"
    case documentation = "Documentation"
    case variables = "Variables"
    case constraints = "Constraints"
    case inputs = "Inputs"
    case others = "Others"
    case outputs = "Outputs"
    case feedback = "Feedback"
  }

  let objective: String
  let signal: TrainingSignal
  /// Sections whose content is left out, as in the paper's masked variant.
  var masked: Set<Section> = []
  /// Earlier values and their feedback, oldest first.
  var memory: [MemoryEntry] = []

  /// Values that were tried and what was said about them.
  struct MemoryEntry: Sendable, Hashable {
    let variables: JSONValue
    let feedback: String
  }

  /// The text of the user's message.
  var text: String {
    var parts = [OptoPrimeInstructions.problemHeading]
    for section in Section.allCases {
      let content = masked.contains(section) ? "" : content(of: section)
      parts.append("#\(section.rawValue)\n\(content)")
    }
    if !memory.isEmpty {
      let entries = memory.map { entry in
        JSONValue.object([
          JSONValue.Member("variables", entry.variables),
          JSONValue.Member("feedback", .string(entry.feedback)),
        ]).indentedText
      }
      parts.append(OptoPrimeInstructions.memoryHeading + "\n" + entries.joined(separator: "\n"))
    }
    parts.append(OptoPrimeInstructions.answerHeading)
    return parts.joined(separator: "\n\n")
  }

  private func content(of section: Section) -> String {
    let view = signal.view
    let lines: [String] =
      switch section {
      case .instruction: [objective]
      case .code: view.code
      case .documentation: view.documentation.map { "[\($0.name)] \($0.text)" }
      case .variables: view.variables.map(line)
      case .constraints: view.constraints.map { "(\($0.typeName)) \($0.name): \($0.text)" }
      case .inputs: view.inputs.map(line)
      case .others: view.others.map(line)
      case .outputs: view.outputs.map(line)
      case .feedback: [view.feedback]
      }
    return lines.joined(separator: "\n")
  }

  private func line(_ value: FunctionView.NamedValue) -> String {
    value.isCode
      ? "(code) \(value.name):\(value.text)" : "(\(value.typeName)) \(value.name)=\(value.text)"
  }
}
