// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import OPTO
import Trace

/// One change of one variable that a small model is asked for.
struct SmallModelChange: Sendable {
  /// The most completion tokens of an addition.
  private static let additionTokens = 320

  let parameter: ParameterSpecification
  /// The name by which the parameter is shown.
  let shownName: String
  let signal: TrainingSignal
  let context: OptimizerContext
  let form: SmallModelPrompt.Form
  /// Whether lost placeholders are put back.
  let rescues: Bool

  /// The value that is to be changed, as text.
  var currentText: String { signal.values[parameter.name]?.plainText ?? "" }

  /// The form that the answer is bound to.
  var answerFormat: AnswerFormat {
    switch form {
    case .value: .suggestions(for: [(shownName, parameter.kind)])
    case .insertion:
      .jsonSchema(
        name: "addition",
        [
          "type": "object",
          "properties": ["mistake": ["type": "string"], "instruction": ["type": "string"]],
          "required": ["mistake", "instruction"], "additionalProperties": false,
        ])
    }
  }

  /// The most completion tokens, of those that the protocol allows.
  func tokens(of allowed: Int) -> Int {
    form == .insertion ? min(allowed, Self.additionTokens) : allowed
  }

  /// The proposal that an answer makes.
  ///
  /// - Throws: what the check of code throws.
  func proposal(from text: String) async throws -> Proposal {
    form == .insertion ? addition(from: text) : try await rewritten(from: text)
  }

  private func addition(from text: String) -> Proposal {
    guard let answer = OptimizerAnswer.read(text) else {
      return Proposal(.invalidAnswer, values: signal.values)
    }
    var proposal = Proposal(
      .noChange, values: signal.values, answerPath: answer.path.rawValue,
      reasoning: answer.suggestions.first { $0.name == "mistake" }?.value.stringValue ?? "")
    guard answer.path != .terminated else {
      proposal.outcome = .terminated
      return proposal
    }
    let suggestion = answer.suggestions.first { $0.name == "instruction" }
    guard let added = suggestion?.value.stringValue else {
      proposal.outcome = .invalidAnswer
      return proposal
    }
    switch insertion.inserting(added, into: currentText) {
    case .success(let changed):
      proposal.outcome = .updated
      proposal.values[parameter.name] = .text(changed)
    case .failure(let refusal):
      proposal.outcome = .rejected
      proposal.rejections = [.init(parameter: shownName, reason: refusal.reason)]
    }
    return proposal
  }

  private func rewritten(from text: String) async throws -> Proposal {
    var reader = SuggestionReader(
      parameters: context.parameters, names: signal.parameterNames, checkCode: context.checkCode)
    if rescues {
      let values = signal.values
      reader.rescue = { parameter, new in
        guard parameter.kind == .text, case .text(let old)? = values[parameter.name] else {
          return new
        }
        return TextInsertion(requiredTexts: parameter.requiredTexts).rescuing(new, from: old)
      }
    }
    return try await reader.proposal(from: text, changing: signal.values)
  }

  private var insertion: TextInsertion { TextInsertion(requiredTexts: parameter.requiredTexts) }
}
