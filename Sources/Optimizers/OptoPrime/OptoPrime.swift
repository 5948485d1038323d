// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
public import OPTO
import Trace

/// Shows a language model the trace as a pseudo-program and asks it for new values.
///
/// OptoPrime, from "Trace is the Next AutoDiff" (Cheng, Nie and Swaminathan, NeurIPS 2024,
/// section 4), with its prompts in our own wording.
public struct OptoPrime: Optimizer {
  private let context: OptimizerContext
  private let memorySize: Int
  private var memory: [OptoPrimePrompt.MemoryEntry] = []

  /// Creates the optimizer for one trial.
  ///
  /// - Parameters:
  ///   - context: The problem's parameters, the model and the seed.
  ///   - memorySize: Earlier values shown with their feedback; 0 in the paper's BBH experiment.
  public init(_ context: OptimizerContext, memorySize: Int = 0) {
    self.context = context
    self.memorySize = memorySize
  }

  /// Asks the model for new values of the variables in the trace.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    guard !signal.view.variables.isEmpty else {
      return Proposal(.noChange, values: signal.values)
    }
    let prompt = OptoPrimePrompt(objective: objective, signal: signal, memory: memory)
    remember(signal)
    let request = ModelRequest(
      [
        .system(OptoPrimeInstructions.system),
        .user(prompt.text),
      ],
      temperature: 0, maximumTokens: context.proposalTokens,
      answerFormat: .suggestions(for: shownParameters(signal)))
    let answer = try await context.model.answer(request)
    let reader = SuggestionReader(
      parameters: context.parameters, names: signal.parameterNames,
      checkCode: context.checkCode)
    return try await reader.proposal(from: answer.text, changing: signal.values)
  }

  private var objective: String {
    context.objective.isEmpty ? OptoPrimeInstructions.defaultObjective : context.objective
  }

  private func shownParameters(
    _ signal: TrainingSignal
  ) -> [(name: String, kind: ParameterKind)] {
    signal.view.variables.compactMap { variable in
      let name = signal.parameterNames[variable.name]
      return context.parameters.first { $0.name == name }.map { (variable.name, $0.kind) }
    }
  }

  private mutating func remember(_ signal: TrainingSignal) {
    guard memorySize > 0 else { return }
    let variables = signal.view.variables.map {
      JSONValue.Member($0.name, .string($0.text))
    }
    memory.append(.init(variables: .object(variables), feedback: signal.feedback))
    if memory.count > memorySize { memory.removeFirst(memory.count - memorySize) }
  }
}

extension OptimizerDescription {
  /// OptoPrime as published.
  public static let optoPrime = OptimizerDescription(
    name: "optoprime",
    summary: "Shows the model the trace and its feedback and asks for new values.",
    source: "Cheng, Nie and Swaminathan, NeurIPS 2024",
    reads: [.graph, .feedback], modelUse: .always
  ) { context in OptoPrime(context) }
}
