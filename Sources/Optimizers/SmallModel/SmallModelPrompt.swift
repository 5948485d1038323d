// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import OPTO
import Trace

/// Words a problem for a small model: what is to be improved, a few cases, and one thing to write.
struct SmallModelPrompt {
  /// What a question asks the model to write.
  enum Form: Sendable, Hashable {
    /// Sentences that are added to a text.
    case insertion
    /// A whole value.
    case value
  }

  let objective: String
  let parameter: ParameterSpecification
  /// The name by which the parameter is shown.
  let shownName: String
  let value: String
  let cases: ArraySlice<SmallModelCases.Case>
  let strategy: SmallModelStrategy?
  let form: Form
  /// Whether what stays the same from step to step comes first.
  let stableFirst: Bool

  /// The conversation.
  var messages: [ChatMessage] {
    let parts =
      stableFirst
      ? [task, valueText, casesText, question] : [casesText, valueText, question, task]
    return [.system(Self.system), .user(parts.joined(separator: "\n\n"))]
  }

  private static let system = """
    You improve a text or function that a program uses. You answer with one JSON object and nothing \
    else.
    """

  private var task: String {
    let condition = parameter.shownConstraint.map { "\nCondition: \($0)" } ?? ""
    return """
      Goal: \(objective)
      You work on \(shownName): \(parameter.summary)\(condition)
      """
  }

  private var valueText: String { "\(shownName) is now:\n<<<\n\(value)\n>>>" }

  private var casesText: String {
    let texts = cases.enumerated().map { "Case \($0.offset + 1)\n\($0.element.text)" }
    return "With this value the program missed its target:\n\n" + texts.joined(separator: "\n\n")
  }

  /// What the model is asked to write.
  var question: String {
    switch form {
    case .insertion:
      """
      Write \(strategy?.insertion ?? "one or two sentences that help with all questions of this kind"). \
      It is added to \(shownName) as it is and has to hold for other questions too, so do not give \
      away the answer of a case.
      Answer: {"mistake": "what went wrong, in a few words", "instruction": "what is added"}
      """
    case .value:
      """
      Write \(shownName) anew. \(change)
      Answer: {"reasoning": "what went wrong, in a few words", "answer": "", "suggestion": \
      {"\(shownName)": "the complete new value"}}
      """
    }
  }

  /// Which change is asked for; strategies are for texts and code.
  private var change: String {
    switch parameter.kind {
    case .text:
      "\(strategy?.rewriting ?? Self.anyChange) It has to hold for other questions too."
    case .code: "\(strategy?.repair ?? Self.anyChange) It has to work for other inputs too."
    case .integer, .real, .flag, .choice: Self.anyChange
    }
  }

  private static let anyChange = "Improve it in the light of the feedback."
}
