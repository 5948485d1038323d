// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
public import OPTO
import Trace

/// OptoPrime for models of a few billion parameters, which lose themselves in a pseudo-program and
/// seldom write a whole prompt without damage.
///
/// It shows one variable and a few missed examples, asks for a short addition instead of a whole
/// value, asks for another kind of change with every proposal, tries some general instructions
/// without asking at all, and leaves it to the trainer to take only what is better. Each of these
/// is a setting, so that its worth can be measured.
public struct OptoPrimeSmall: Optimizer {
  let context: OptimizerContext
  private let settings: OptimizerSettings
  private var generator: SeededGenerator
  private var cases = SmallModelCases()
  /// How many proposals the model was asked for.
  private var askedCount = 0
  /// How many general instructions were tried.
  private var patternCount = 0
  private var exchanges: [ParameterValues: (exchange: Exchange, edit: SmallModelChange)] = [:]

  /// Creates the optimizer for one trial.
  ///
  /// - Parameter context: The problem's parameters, the model, the seed and the settings.
  public init(_ context: OptimizerContext) {
    self.context = context
    settings = context.settings
    generator = context.seed.derived(for: "optoprime-small").makeGenerator()
  }

  /// By which rule a trainer goes on with the proposals; unless it is set otherwise, only what is
  /// better is taken, and exceptions are sent back once.
  public var rule: ProposalRule { Self.rules.rule(settings) }

  /// Asks the model for one change.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    begin(signal)
    guard let proposal = try await ask(about: signal) else {
      return Proposal(.noChange, values: signal.values)
    }
    return proposal
  }

  /// Asks the model for some changes and adds some general instructions.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func candidates(from signal: TrainingSignal) async throws -> [Proposal] {
    begin(signal)
    var proposals: [Proposal] = []
    for _ in 0..<settings[Self.candidates] {
      if let proposal = try await ask(about: signal) { proposals.append(proposal) }
    }
    for _ in 0..<settings[Self.patterns] {
      if let proposal = nextPattern(for: signal) { proposals.append(proposal) }
    }
    return proposals.isEmpty ? [Proposal(.noChange, values: signal.values)] : proposals
  }

  /// Sends the exception back to the model that proposed what raised it.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func revise(
    _ proposal: Proposal, after signal: TrainingSignal
  ) async throws -> Proposal? {
    guard let (exchange, change) = exchanges[proposal.values] else { return nil }
    var request = exchange.request
    request.messages = exchange.continued(by: OptoPrimeInstructions.failure(signal.feedback))
    let answer = try await context.model.answer(request)
    var revised = try await change.proposal(from: answer.text)
    revised.reasoning = "repaired: \(revised.reasoning)"
    return revised
  }

  private mutating func begin(_ signal: TrainingSignal) {
    let frozen = Set(context.parameters.filter { !$0.isTrainable }.map(\.name))
    cases.add(signal, frozen: frozen)
    exchanges = [:]
  }

  /// The variables that are offered, by the names that the signal shows.
  private func offered(
    in signal: TrainingSignal
  ) -> [(shown: String, parameter: ParameterSpecification)] {
    let all = signal.view.variables.compactMap { variable in
      context.parameters.first { $0.name == signal.parameterNames[variable.name] }
        .map { (shown: variable.name, parameter: $0) }
    }
    guard settings[Self.focus] == .text else { return all }
    let texts = all.filter { $0.parameter.kind == .text }
    return texts.isEmpty ? all : texts
  }

  private mutating func ask(about signal: TrainingSignal) async throws -> Proposal? {
    let offered = offered(in: signal)
    guard !offered.isEmpty else { return nil }
    let place = askedCount
    askedCount += 1
    let (shown, parameter) = offered[place % offered.count]
    let strategies = SmallModelStrategy.all
    let usesStrategies = settings[Self.strategies]
    let strategy = usesStrategies ? strategies[place % strategies.count] : nil
    let isFirstLap = place < (usesStrategies ? strategies.count : 1)
    let change = SmallModelChange(
      parameter: parameter, shownName: shown, signal: signal, context: context,
      form: form(of: parameter, strategy), rescues: settings[Self.rescue])
    let temperature = isFirstLap ? 0 : settings[Self.heat]
    var request = ModelRequest(
      messages(change, strategy), temperature: temperature,
      maximumTokens: change.tokens(of: context.proposalTokens),
      seed: temperature > 0 ? Int(truncatingIfNeeded: generator.next() >> 33) : nil,
      sampleIndex: place)
    request.answerFormat = settings[Self.schema] ? change.answerFormat : .jsonObject
    let answer = try await context.model.answer(request)
    var proposal = try await change.proposal(from: answer.text)
    if let strategy { proposal.reasoning = "\(strategy.name): \(proposal.reasoning)" }
    if proposal.outcome == .updated {
      exchanges[proposal.values] = (Exchange(request: request, answer: answer.text), change)
    }
    return proposal
  }

  private func form(
    of parameter: ParameterSpecification, _ strategy: SmallModelStrategy?
  ) -> SmallModelPrompt.Form {
    guard parameter.kind == .text else { return .value }
    return switch settings[Self.edit] {
    case .insert: .insertion
    case .rewrite: .value
    case .mixed: strategy?.prefersRewriting == true ? .value : .insertion
    }
  }

  private func messages(
    _ change: SmallModelChange, _ strategy: SmallModelStrategy?
  ) -> [ChatMessage] {
    let prompt = SmallModelPrompt(
      objective: context.objective, parameter: change.parameter, shownName: change.shownName,
      value: change.currentText, cases: cases.latest(settings[Self.cases]), strategy: strategy,
      form: change.form, stableFirst: settings[Self.prefix])
    guard !settings[Self.brief] else { return prompt.messages }
    let problem = OptoPrimePrompt(objective: context.objective, signal: change.signal)
    return [
      .system(OptoPrimeInstructions.system()),
      .user(problem.text + "\n\n" + prompt.question),
    ]
  }

  private mutating func nextPattern(for signal: TrainingSignal) -> Proposal? {
    let patterns = SmallModelStrategy.patterns
    let text = offered(in: signal).first { $0.parameter.kind == .text }
    guard let text, patternCount < patterns.count else { return nil }
    let pattern = patterns[patternCount]
    patternCount += 1
    let name = text.parameter.name
    guard case .text(let current)? = signal.values[name],
      case .success(let changed) = TextInsertion(requiredTexts: text.parameter.requiredTexts)
        .inserting(pattern.text, into: current)
    else { return nil }
    var values = signal.values
    values[name] = .text(changed)
    return Proposal(
      .updated, values: values, answerPath: "pattern", reasoning: "pattern: \(pattern.name)")
  }
}

extension OptimizerDescription {
  /// OptoPrime for small models.
  public static let optoPrimeSmall = OptimizerDescription(
    name: "optoprime-small",
    summary:
      "Asks small models for short additions and takes what scores better on tried examples.",
    source: "ours, after OptoPrime", reads: [.graph, .feedback], modelUse: .always,
    revision: 2, settings: OptoPrimeSmall.settings
  ) { context in OptoPrimeSmall(context) }
}
