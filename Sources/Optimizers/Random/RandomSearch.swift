// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
public import OPTO
import Trace

/// Proposes without looking at trace, feedback or score: the control for everything that does.
///
/// Numbers, flags and choices are drawn uniformly; texts and code are rewritten by the model, which
/// is shown nothing but the value itself, what it is for, and a drawn number that sets the answers
/// of several steps apart.
public struct RandomSearch: Optimizer {
  private let context: OptimizerContext
  private var generator: SeededGenerator

  /// Creates the control for one trial.
  ///
  /// - Parameter context: The problem's parameters, the model and the seed.
  public init(_ context: OptimizerContext) {
    self.context = context
    generator = context.seed.derived(for: "random search").makeGenerator()
  }

  /// Draws one trainable parameter and gives it a new value.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    let trainable = context.trainable
    guard !trainable.isEmpty else { return Proposal(.noChange, values: signal.values) }
    let parameter = trainable[generator.index(below: trainable.count)]
    var values = signal.values
    switch parameter.kind {
    case .integer(let bounds):
      let bounds = bounds ?? -10...10
      values[parameter.name] = .integer(bounds.lowerBound + generator.index(below: bounds.count))
    case .real(let bounds):
      let bounds = bounds ?? -10...10
      let width = bounds.upperBound - bounds.lowerBound
      values[parameter.name] = .real(bounds.lowerBound + width * generator.unit())
    case .flag:
      values[parameter.name] = .bool(generator.index(below: 2) == 1)
    case .choice(let choices) where !choices.isEmpty:
      values[parameter.name] = .text(choices[generator.index(below: choices.count)])
    case .choice:
      break
    case .text, .code:
      return try await rewrite(parameter, in: values)
    }
    return Proposal(values == signal.values ? .noChange : .updated, values: values)
  }

  private mutating func rewrite(
    _ parameter: ParameterSpecification, in values: ParameterValues
  ) async throws -> Proposal {
    let number = 1 + generator.index(below: 999)
    guard case .text(let current)? = values[parameter.name] else {
      return Proposal(.noChange, values: values)
    }
    let request = ModelRequest(
      [
        .system(Self.instructions(for: parameter.name)),
        .user(question(parameter, current: current, variant: number)),
      ],
      temperature: 0.7, maximumTokens: context.proposalTokens,
      seed: Int(truncatingIfNeeded: generator.next() >> 33),
      answerFormat: .suggestions(for: [(parameter.name, parameter.kind)]))
    let answer = try await context.model.answer(request)
    let reader = SuggestionReader(
      parameters: context.parameters, names: [:], checkCode: context.checkCode)
    return try await reader.proposal(from: answer.text, changing: values)
  }

  private static func instructions(for name: String) -> String {
    """
    You write variants of a value that a program uses. Answer with one JSON object: \
    {"reasoning": "", "answer": "", "suggestion": {"\(name)": "the complete new value"}}.
    """
  }

  private func question(
    _ parameter: ParameterSpecification, current: String, variant: Int
  ) -> String {
    """
    Write variant number \(variant) of the value called \(parameter.name): another way to do the \
    same job.
    What it is for: \(parameter.summary)
    \(parameter.shownConstraint.map { "Condition: \($0)\n" } ?? "")Its value now:
    \(current)
    """
  }
}

extension OptimizerDescription {
  /// The control that proposes blindly.
  public static let random = OptimizerDescription(
    name: "random",
    summary: "Draws numbers and lets the model rewrite texts without trace or feedback.",
    source: "control", reads: [], modelUse: .forTexts
  ) { context in RandomSearch(context) }
}
