// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Trace

/// Applies what a model suggested to the values of a problem, one parameter at a time.
struct SuggestionReader {
  let parameters: [ParameterSpecification]
  /// Maps the names that the model was shown to names of parameters.
  let names: [String: String]
  /// Checks code before it is accepted.
  let checkCode: CodeCheck?
  /// Whether the model was asked for blocks of tags instead of JSON.
  var readsBlocks = false
  /// Mends a new text before it is checked, such as by putting back what it has to contain.
  var rescue: (@Sendable (ParameterSpecification, String) -> String)?

  /// The proposal that an answer makes; a refused value does not cost the others.
  ///
  /// - Throws: what the check of code throws; code that it refuses is a rejection.
  func proposal(
    from text: String, changing values: ParameterValues
  ) async throws -> Proposal {
    guard let answer = OptimizerAnswer.read(text, readsBlocks: readsBlocks) else {
      return Proposal(.invalidAnswer, values: values)
    }
    var proposal = Proposal(
      .noChange, values: values, answerPath: answer.path.rawValue, reasoning: answer.reasoning)
    guard answer.path != .terminated else {
      proposal.outcome = .terminated
      return proposal
    }
    for suggestion in answer.suggestions { try await apply(suggestion, to: &proposal) }
    if proposal.values != values {
      proposal.outcome = .updated
    } else if !proposal.rejections.isEmpty {
      proposal.outcome = .rejected
    }
    return proposal
  }

  /// Takes over one suggestion, or adds the reason why not.
  func apply(
    _ suggestion: JSONValue.Member, to proposal: inout Proposal
  ) async throws {
    let shown = suggestion.name.replacing(":", with: "")
    let name = names[shown] ?? shown
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      proposal.rejections.append(
        .init(parameter: suggestion.name, reason: "there is no variable of this name"))
      return
    }
    guard parameter.isTrainable else {
      proposal.rejections.append(
        .init(parameter: suggestion.name, reason: "this variable must not be changed"))
      return
    }
    do {
      var value = try ValueConversion.value(from: suggestion.value, for: parameter.kind)
      if let rescue, case .text(let text) = value { value = .text(rescue(parameter, text)) }
      if let reason = try await reasonAgainst(value, of: parameter) {
        proposal.rejections.append(.init(parameter: suggestion.name, reason: reason))
      } else {
        proposal.values[name] = value
      }
    } catch let refusal as ValueConversion.Refusal {
      proposal.rejections.append(.init(parameter: suggestion.name, reason: refusal.reason))
    }
  }

  private func reasonAgainst(
    _ value: TraceValue, of parameter: ParameterSpecification
  ) async throws -> String? {
    guard case .text(let text) = value else { return nil }
    if let missing = parameter.requiredTexts.first(where: { !text.contains($0) }) {
      return "it does not contain \(missing)"
    }
    guard let checkCode, case .code(let signature) = parameter.kind else { return nil }
    return try await checkCode(text, signature)
  }
}
