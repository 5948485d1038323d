// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
public import OPTO
import Trace

/// Proposes without looking at trace, feedback or score: the control for everything that does.
///
/// Numbers, flags and choices are all drawn at once, uniformly; a text or a code is rewritten by the
/// model, one a step, which is shown nothing but the value itself, what it is for, and a drawn number
/// that sets the answers of several steps apart.
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

  /// Draws all numbers, or one of the texts that are to be rewritten, each equally likely.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    let drawn = context.trainable.filter(\.kind.isNumeric)
    let written = context.trainable.filter { !$0.kind.isNumeric }
    let choiceCount = written.count + (drawn.isEmpty ? 0 : 1)
    guard choiceCount > 0 else { return Proposal(.noChange, values: signal.values) }
    let choice = generator.index(below: choiceCount)
    guard choice == written.count else {
      return try await rewrite(written[choice], in: signal.values)
    }
    var values = signal.values
    for parameter in drawn { values[parameter.name] = draw(parameter) }
    return Proposal(values == signal.values ? .noChange : .updated, values: values)
  }

  /// A uniform value, within the bounds or where ``NumericCoordinate/range`` says; nil for a choice
  /// of nothing.
  private mutating func draw(_ parameter: ParameterSpecification) -> TraceValue? {
    switch parameter.kind {
    case .integer:
      guard let coordinate = NumericCoordinate(parameter) else { return parameter.initialValue }
      let count = Int(min(coordinate.width, 0x1p53)) + 1
      return coordinate.value(coordinate.range.lowerBound + Double(generator.index(below: count)))
    case .real:
      guard let coordinate = NumericCoordinate(parameter) else { return parameter.initialValue }
      return coordinate.value(coordinate.range.lowerBound + coordinate.width * generator.unit())
    case .flag:
      return .bool(generator.index(below: 2) == 1)
    case .choice(let choices):
      return choices.isEmpty ? nil : .text(choices[generator.index(below: choices.count)])
    case .text, .code:
      return nil
    }
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
    source: "control", reads: [], modelUse: .forTexts, revision: 2
  ) { context in RandomSearch(context) }
}
