// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
public import OPTO
import Trace

/// Shows a language model the trace as a pseudo-program and asks it for new values.
///
/// OptoPrime, from "Trace is the Next AutoDiff" (Cheng, Nie and Swaminathan, NeurIPS 2024,
/// section 4), with its prompts in our own wording. Unless it is set otherwise it asks once a step
/// and remembers nothing, as in the paper's BBH experiment.
public struct OptoPrime: Optimizer {
  private let context: OptimizerContext
  private let style: OptoPrimeStyle
  private let memorySize: Int
  private var memory: [OptoPrimePrompt.MemoryEntry] = []
  private var generator: SeededGenerator
  private var exchanges = ExchangeLog()
  private var lastMessages: [ChatMessage] = []
  private var repeats = 0

  /// Creates the optimizer for one trial.
  ///
  /// - Parameter context: The problem's parameters, the model, the seed and the settings.
  public init(_ context: OptimizerContext) {
    self.context = context
    style = Self.style(context.settings)
    memorySize = context.settings[Self.memory]
    generator = context.seed.derived(for: "optoprime").makeGenerator()
  }

  /// By which rule a trainer goes on with the proposals; as published, every one is taken.
  public var rule: ProposalRule { Self.rules.rule(context.settings) }

  /// Asks the model for new values of the variables in the trace.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    let temperature = context.settings[Self.sampling.temperature]
    return try await proposals(from: signal, at: [temperature])[0]
  }

  /// Asks once at each temperature of the ladder.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func candidates(from signal: TrainingSignal) async throws -> [Proposal] {
    try await proposals(from: signal, at: Self.sampling.temperatures(context.settings))
  }

  private mutating func proposals(
    from signal: TrainingSignal, at temperatures: [Double]
  ) async throws -> [Proposal] {
    guard !signal.view.variables.isEmpty else {
      return [Proposal(.noChange, values: signal.values)]
    }
    let prompt = OptoPrimePrompt(
      objective: objective, signal: signal, style: style, memory: memory)
    let messages: [ChatMessage] = [
      .system(OptoPrimeInstructions.system(style)), .user(prompt.text),
    ]
    exchanges = ExchangeLog()
    repeats = messages == lastMessages ? repeats + 1 : 0
    lastMessages = messages
    // Where proposals can be refused, the same question again would get the same refused answer.
    let isStuck = repeats > 0 && rule.acceptance != .always
    let heat = isStuck ? context.settings[Self.sampling.heat] : 0
    var proposals: [Proposal] = []
    for (place, temperature) in temperatures.enumerated() {
      let index = place + (isStuck ? repeats * temperatures.count : 0)
      let request = request(
        messages, about: signal, temperature: max(temperature, heat), index: index)
      proposals.append(try await ask(request, changing: signal.values, shownIn: signal))
    }
    remember(signal)
    return proposals
  }

  /// Remembers what a proposal came to on the examples on which it was tried.
  public mutating func observe(_ signal: TrainingSignal) { remember(signal) }

  /// Sends the exception back to the model, in the conversation that led to the proposal.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func revise(
    _ proposal: Proposal, after signal: TrainingSignal
  ) async throws -> Proposal? {
    guard let exchange = exchanges[proposal.values] else { return nil }
    let messages = exchange.continued(by: OptoPrimeInstructions.failure(signal.feedback))
    let request = request(messages, about: signal, temperature: exchange.request.temperature)
    return try await ask(request, changing: proposal.values, shownIn: signal)
  }

  private mutating func ask(
    _ request: ModelRequest, changing values: ParameterValues, shownIn signal: TrainingSignal
  ) async throws -> Proposal {
    let answer = try await context.model.answer(request)
    let reader = SuggestionReader(
      parameters: context.parameters, names: signal.parameterNames, checkCode: context.checkCode,
      readsBlocks: style.format == .xml)
    let proposal = try await reader.proposal(from: answer.text, changing: values)
    exchanges.add(Exchange(request: request, answer: answer.text), leadingTo: proposal.values)
    return proposal
  }

  private mutating func request(
    _ messages: [ChatMessage], about signal: TrainingSignal, temperature: Double, index: Int = 0
  ) -> ModelRequest {
    let format: AnswerFormat
    switch (style.format, context.settings[Self.schema]) {
    case (.xml, _): format = .text
    case (.json, true): format = .suggestions(for: context.shownParameters(in: signal))
    case (.json, false): format = .jsonObject
    }
    let seed = temperature > 0 ? Int(truncatingIfNeeded: generator.next() >> 33) : nil
    return ModelRequest(
      messages, temperature: temperature, maximumTokens: context.proposalTokens, seed: seed,
      answerFormat: format, sampleIndex: index)
  }

  private var objective: String {
    context.objective.isEmpty
      ? OptoPrimeInstructions.defaultObjective(style.headings) : context.objective
  }

  private mutating func remember(_ signal: TrainingSignal) {
    guard memorySize > 0 else { return }
    memory.append(.init(variables: signal.view.variables, feedback: signal.feedback))
    if memory.count > memorySize { memory.removeFirst(memory.count - memorySize) }
  }
}

extension OptimizerContext {
  /// The parameters that a signal shows as variables, by the names that it shows.
  func shownParameters(in signal: TrainingSignal) -> [(name: String, kind: ParameterKind)] {
    signal.view.variables.compactMap { variable in
      let name = signal.parameterNames[variable.name]
      return parameters.first { $0.name == name }.map { (variable.name, $0.kind) }
    }
  }
}

extension OptimizerDescription {
  /// OptoPrime as published.
  public static let optoPrime = OptimizerDescription(
    name: "optoprime",
    summary: "Shows the model the trace and its feedback and asks for new values.",
    source: "Cheng, Nie and Swaminathan, NeurIPS 2024",
    reads: [.graph, .feedback], modelUse: .always, settings: OptoPrime.settings
  ) { context in OptoPrime(context) }
}
