// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
public import OPTO
import Trace

/// Shows a language model every value that was tried with its feedback, and asks for a better one.
///
/// OPRO, from "Large Language Models as Optimizers" (Yang et al., ICLR 2024), in the form in which
/// the Trace paper compares with it (Cheng, Nie and Swaminathan, NeurIPS 2024, section 5.4): pairs
/// of values and feedback in the order of their trial, without the trace.
public struct OPRO: Optimizer {
  static let memory = SettingKey(
    "memory", default: 0, in: 0...1000, "how many of the last attempts are shown; 0 shows all")

  private let context: OptimizerContext
  private let memorySize: Int
  private var history: [Attempt] = []

  private struct Attempt {
    let values: JSONValue
    let feedback: String
  }

  /// Creates the optimizer for one trial.
  ///
  /// - Parameter context: The problem's parameters, the model, the seed and the settings.
  public init(_ context: OptimizerContext) {
    self.context = context
    memorySize = context.settings[Self.memory]
  }

  /// Asks the model for values that are better than all that were tried.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    let trainable = context.trainable
    guard !trainable.isEmpty else { return Proposal(.noChange, values: signal.values) }
    let tried = trainable.map { parameter in
      JSONValue.Member(parameter.name, signal.values[parameter.name]?.jsonValue ?? .null)
    }
    history.append(Attempt(values: .object(tried), feedback: signal.feedback))
    if memorySize > 0, history.count > memorySize {
      history.removeFirst(history.count - memorySize)
    }
    let request = ModelRequest(
      [.system(Self.instructions), .user(question)], temperature: 0,
      maximumTokens: context.proposalTokens,
      answerFormat: .suggestions(for: trainable.map { ($0.name, $0.kind) }))
    let answer = try await context.model.answer(request)
    let reader = SuggestionReader(
      parameters: context.parameters, names: [:], checkCode: context.checkCode)
    return try await reader.proposal(from: answer.text, changing: signal.values)
  }

  private static let instructions = """
    You search for good values of variables. You are shown the values that were tried so far, \
    oldest first, each with the feedback that it got. Answer with one JSON object: \
    {"reasoning": "what the feedback says about the values", "answer": "", "suggestion": \
    {"variable_name": "its complete new value"}}. Name only the variables that you change. If no \
    value can be better, answer with the one word TERMINATE.
    """

  private var question: String {
    var parts = ["What has to be reached:\n\(context.objective)"]
    let variables = context.trainable.map { parameter in
      let condition = parameter.shownConstraint.map { "; condition: \($0)" } ?? ""
      return "- \(parameter.name): \(parameter.summary)\(condition)"
    }
    parts.append("The variables:\n" + variables.joined(separator: "\n"))
    let attempts = history.map { attempt in
      JSONValue.object([
        JSONValue.Member("variables", attempt.values),
        JSONValue.Member("feedback", .string(attempt.feedback)),
      ]).indentedText
    }
    parts.append("What was tried:\n" + attempts.joined(separator: "\n"))
    parts.append("Suggest values that will get better feedback than all of these.")
    return parts.joined(separator: "\n\n")
  }
}

extension OptimizerDescription {
  /// OPRO with an unbounded history.
  public static let opro = OptimizerDescription(
    name: "opro", summary: "Shows the model all values tried with their feedback, without trace.",
    source: "Yang et al., ICLR 2024", reads: [.feedback], modelUse: .always,
    settings: [OPRO.memory.declaration]
  ) { context in OPRO(context) }
}
