// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import OPTO
import TrialRecords

/// A model as one trial sees it: every call is answered from the store when it can be, is kept as
/// a row before its answer is used, and is counted.
struct RecordingLanguageModel: LanguageModel {
  let trialID: TrialRecord.ID
  let role: ModelCallRecord.Role
  let model: any LanguageModel
  let answers: SharedAnswers
  let counter: UsageCounter
  let onEvent: @Sendable (RunEvent) -> Void

  var identity: ModelIdentity { model.identity }

  /// Asks the model, or takes the stored answer.
  ///
  /// - Throws: `LanguageModelError` as the model does; with `cancelled` when the task was
  ///   cancelled; with `notReady` when the row could not be stored, so that nothing is used that
  ///   was not kept.
  func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    let place = ModelCallPlace.next()
    let outcome: SharedAnswers.Outcome
    do {
      outcome = try await answers.answer(request, of: model) { outcome in
        row(for: request, outcome, at: place)
      }
    } catch is CancellationError {
      throw LanguageModelError(.cancelled, "the call was cancelled", callDigest: request.digest)
    } catch {
      throw LanguageModelError(
        .notReady, "the call could not be stored: \(error)", callDigest: request.digest)
    }
    switch outcome.result {
    case .success(let answer):
      counter.add(tokens: answer.usage.totalTokens)
      onEvent(.modelCalled(tokens: answer.usage.totalTokens, source: outcome.source))
      return answer
    case .failure(let error):
      counter.add(tokens: 0)
      throw error
    }
  }

  private func row(
    for request: ModelRequest, _ outcome: SharedAnswers.Outcome, at place: ModelCallPlace
  ) -> ModelCallRecord {
    var row = ModelCallRecord(
      trialID: trialID, role: role, sequence: place.sequence, requestDigest: request.digest,
      sampleIndex: request.sampleIndex, model: identity.description, request: request.value.text,
      source: outcome.source)
    switch outcome.result {
    case .success(let answer):
      row.answer = answer.text
      row.finishReason = answer.finishReason.description
      row.promptTokens = answer.usage.promptTokens
      row.completionTokens = answer.usage.completionTokens
      row.latencySeconds = answer.latency / .seconds(1)
      row.attempts = outcome.source == .live ? answer.attempts : 0
    case .failure(let error):
      row.error = error.description
      row.attempts = error.attempts
    }
    return row
  }
}
