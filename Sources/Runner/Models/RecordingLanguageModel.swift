// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import OPTO
import TrialRecords

/// A model as one trial sees it: every call is held against the trial's budget, is answered from
/// the store when it can be, is kept as a row before its answer is used, and is counted.
struct RecordingLanguageModel: LanguageModel {
  let trialID: TrialRecord.ID
  /// The trial in words, for messages.
  let trial: String
  let role: ModelCallRecord.Role
  let model: any LanguageModel
  /// The model's price where the budget limits money.
  let price: TokenPrice?
  let answers: any AnswerSource
  let counter: UsageCounter
  let onEvent: @Sendable (RunEvent) -> Void

  var identity: ModelIdentity { model.identity }

  /// Asks the model, or takes the stored answer.
  ///
  /// - Throws: `LanguageModelError` as the model does; with `cancelled` when the task was
  ///   cancelled; with `budgetExhausted` when the call could break a budget; with `notReady` when
  ///   the row could not be stored, so that nothing is used that was not kept.
  func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    let digest = request.digest
    let address = CallAddress(
      trialID: trialID, trial: trial, role: role, place: .next(), requestDigest: digest)
    let estimate = CallCost(.limit(of: request), price: price, countsCache: false)
    let isBudgeted = TrialScope.current?.isBudgeted ?? true
    if isBudgeted, let reason = counter.reserve(estimate) {
      throw LanguageModelError(.budgetExhausted, reason, callDigest: digest)
    }
    var cost: CallCost?
    defer {
      if isBudgeted {
        counter.settle(estimate, as: cost)
      } else if let cost {
        counter.add(cost)
      }
    }
    let outcome = try await outcome(of: request, at: address)
    switch outcome.result {
    case .success(let answer):
      cost = CallCost(answer.usage, price: price, countsCache: false)
      onEvent(.modelCalled(tokens: answer.usage.totalTokens, source: outcome.source))
      return answer
    case .failure(let error):
      cost = CallCost(tokens: 0)
      throw error
    }
  }

  private func outcome(
    of request: ModelRequest, at address: CallAddress
  ) async throws(LanguageModelError) -> CallOutcome {
    do {
      return try await answers.answer(request, of: model, at: address) { outcome in
        row(for: request, outcome, at: address)
      }
    } catch is CancellationError {
      throw LanguageModelError(
        .cancelled, "the call was cancelled", callDigest: address.requestDigest)
    } catch let error as RunBudgetSpent {
      counter.halt()
      throw LanguageModelError(.budgetExhausted, error.reason, callDigest: address.requestDigest)
    } catch {
      throw LanguageModelError(
        .notReady, "the call could not be stored: \(error)", callDigest: address.requestDigest)
    }
  }

  private func row(
    for request: ModelRequest, _ outcome: CallOutcome, at address: CallAddress
  ) -> ModelCallRecord {
    var row = ModelCallRecord(
      trialID: trialID, role: role, sequence: address.place.sequence,
      requestDigest: address.requestDigest, sampleIndex: request.sampleIndex,
      model: identity.description, request: request.value.text,
      source: outcome.source)
    switch outcome.result {
    case .success(let answer):
      row.answer = answer.text
      row.finishReason = answer.finishReason.description
      row.promptTokens = answer.usage.promptTokens
      row.completionTokens = answer.usage.completionTokens
      row.cachedPromptTokens = answer.usage.cachedPromptTokens
      row.isUsageEstimated = answer.usage.isEstimated
      row.latencySeconds = answer.latency / .seconds(1)
      row.attempts = outcome.source == .live ? answer.attempts : 0
    case .failure(let error):
      row.error = error.description
      row.attempts = error.attempts
    }
    return row
  }
}
