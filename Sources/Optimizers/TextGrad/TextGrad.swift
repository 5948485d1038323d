// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
public import OPTO
import Trace

/// Carries feedback back through the trace as criticism in words, one model call for each edge.
///
/// TextGrad, from "TextGrad: Automatic Differentiation via Text" (Yuksekgonul et al., 2024), on the
/// recorded graph: feedback is the criticism of the output; every operation on the way to a
/// variable passes criticism on to those inputs that depend on one; several criticisms of one value
/// are brought together by one more call; and each variable gets its new value by one call.
public struct TextGrad: Optimizer {
  static let memory = SettingKey(
    "memory", default: 0, in: 0...100, "earlier values of a variable that are shown with it")
  static let heat = SettingKey(
    "heat", default: 0.9, in: 0...2,
    "the temperature of the question for a new value when the one before was refused")
  static let rules = RuleSettings()
  static let settings: [SettingDeclaration] =
    [memory.declaration, heat.declaration] + rules.declarations

  private let context: OptimizerContext
  private var past: [String: [String]] = [:]
  private var lastValues: [String: String] = [:]
  private var repeats: [String: Int] = [:]

  /// Creates the optimizer for one trial.
  ///
  /// - Parameter context: The problem's parameters, the model, the seed and the settings.
  public init(_ context: OptimizerContext) { self.context = context }

  /// By which rule a trainer goes on with the proposals; as published, every one is taken.
  public var rule: ProposalRule { Self.rules.rule(context.settings) }

  /// Criticises every value on the way back and updates every variable that criticism reached.
  ///
  /// - Throws: `LanguageModelError` when the model could not be asked.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    let gradients = try await gradients(of: signal)
    var proposal = Proposal(.noChange, values: signal.values)
    var (unread, reasons) = (0, [String]())
    for variable in signal.view.variables {
      guard let name = signal.parameterNames[variable.name],
        let parameter = context.parameters.first(where: { $0.name == name && $0.isTrainable }),
        let gradient = try await reduce(gradients[variable.name] ?? [], of: variable.name)
      else { continue }
      reasons.append("\(name): \(gradient)")
      let messages = TextGradPrompts.update(
        parameter, name: variable.name, value: variable.text, gradient: gradient,
        past: (past[name] ?? []).suffix(context.settings[Self.memory]))
      let answer = try await ask(messages, again: countRepeats(of: name, variable.text, gradient))
      past[name, default: []].append(variable.text)
      guard let value = TextGradPrompts.improvedValue(in: answer) else {
        unread += 1
        continue
      }
      let reader = SuggestionReader(
        parameters: context.parameters, names: [:], checkCode: context.checkCode)
      try await reader.apply(JSONValue.Member(name, .string(value)), to: &proposal)
      proposal.answerPath = "tags"
    }
    proposal.reasoning = reasons.joined(separator: "\n")
    proposal.outcome =
      if proposal.values != signal.values {
        .updated
      } else if !proposal.rejections.isEmpty {
        .rejected
      } else {
        unread > 0 ? .invalidAnswer : .noChange
      }
    return proposal
  }

  /// The criticisms of each variable, in the order of the way back.
  private func gradients(of signal: TrainingSignal) async throws -> [String: [String]] {
    let graph = TextGradGraph(signal.view)
    var gradients: [String: [String]] = [:]
    for end in graph.ends { gradients[end] = [signal.feedback] }
    for operation in graph.backwards {
      guard let gradient = try await reduce(gradients[operation.output] ?? [], of: operation.output)
      else { continue }
      for name in graph.paths(into: operation) {
        let question = TextGradPrompts.gradient(
          of: name, through: operation, gradient: gradient, objective: context.objective, in: graph)
        gradients[name, default: []].append(try await ask(question))
      }
    }
    return gradients
  }

  /// One criticism of several; nil of none.
  private func reduce(_ gradients: [String], of name: String) async throws -> String? {
    guard gradients.count > 1 else { return gradients.first }
    return try await ask(TextGradPrompts.reduction(of: gradients, name: name))
  }

  /// How often the same was said of the same value before, where that means that it was refused: the
  /// same question would get the same refused answer.
  private mutating func countRepeats(of name: String, _ value: String, _ gradient: String) -> Int {
    let said = "\(value)\n\(gradient)"
    repeats[name] = lastValues[name] == said ? (repeats[name] ?? 0) + 1 : 0
    lastValues[name] = said
    return rule.acceptance == .always ? 0 : repeats[name] ?? 0
  }

  private func ask(_ messages: [ChatMessage], again repeats: Int = 0) async throws -> String {
    let seed = context.seed.derived(for: "textgrad \(repeats)").rawValue
    let request = ModelRequest(
      messages, temperature: repeats > 0 ? context.settings[Self.heat] : 0,
      maximumTokens: context.proposalTokens,
      seed: repeats > 0 ? Int(truncatingIfNeeded: seed >> 33) : nil, answerFormat: .text,
      sampleIndex: repeats)
    return try await context.model.answer(request).text
  }
}

extension OptimizerDescription {
  /// TextGrad on the recorded graph.
  public static let textGrad = OptimizerDescription(
    name: "textgrad",
    summary: "Carries criticism back through the trace, one model call for each edge.",
    source: "Yuksekgonul et al., 2024", reads: [.graph, .feedback], modelUse: .always,
    revision: 2, settings: TextGrad.settings
  ) { context in TextGrad(context) }
}
