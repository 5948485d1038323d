// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import TrialRecords

/// The answers of all trials of a run: what was paid for once is not paid for again.
///
/// Two trials that ask the same model the same thing at the same moment share one call.
actor SharedAnswers {
  /// A call as it will be recorded, and what becomes of it.
  struct Outcome: Sendable {
    let result: Result<ModelAnswer, LanguageModelError>
    let source: ModelCallRecord.Source
  }

  private struct Key: Hashable {
    let model: ModelIdentity
    let request: ContentDigest
  }

  private let store: TrialStore
  private let limit: CallLimit
  private var underWay: [Key: Task<Outcome, any Error>] = [:]

  /// Creates the answers of a store.
  ///
  /// - Parameters:
  ///   - store: Where answers were stored.
  ///   - jobs: Calls that may run at once, at least 1.
  init(store: TrialStore, jobs: Int) {
    self.store = store
    limit = CallLimit(jobs)
  }

  /// Answers from the store, from a call under way, or by asking the model; keeps the row in any
  /// case before it returns.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - model: Who is asked.
  ///   - record: Makes the row of a call from its outcome.
  /// - Returns: The answer or the model's failure.
  /// - Throws: `StoreError` when the row could not be kept, `CancellationError`.
  func answer(
    _ request: ModelRequest, of model: any LanguageModel,
    record: @escaping @Sendable (Outcome) -> ModelCallRecord
  ) async throws -> Outcome {
    let key = Key(model: model.identity, request: request.digest)
    if let call = underWay[key], case .success(let answer) = try await call.value.result {
      let outcome = Outcome(result: .success(answer), source: .cache)
      try await store.append(record(outcome))
      return outcome
    }
    let call = Task { try await self.find(request, of: model, record: record) }
    underWay[key] = call
    let outcome: Outcome
    do {
      outcome = try await withTaskCancellationHandler {
        try await call.value
      } onCancel: {
        call.cancel()
      }
    } catch {
      if underWay[key] == call { underWay[key] = nil }
      throw error
    }
    if underWay[key] == call { underWay[key] = nil }
    return outcome
  }

  private func find(
    _ request: ModelRequest, of model: any LanguageModel,
    record: @Sendable (Outcome) -> ModelCallRecord
  ) async throws -> Outcome {
    let stored = try await store.storedAnswer(
      model: model.identity.description, requestDigest: request.digest,
      sampleIndex: request.sampleIndex)
    if let answer = stored.flatMap(ModelAnswer.init(stored:)) {
      let outcome = Outcome(result: .success(answer), source: .cache)
      try await store.append(record(outcome))
      return outcome
    }
    let result = try await limit.run { () async -> Result<ModelAnswer, LanguageModelError> in
      do throws(LanguageModelError) {
        return .success(try await model.answer(request))
      } catch {
        return .failure(error)
      }
    }
    if case .failure(let error) = result, error.code == .cancelled { throw CancellationError() }
    let outcome = Outcome(result: result, source: .live)
    try await store.append(record(outcome))
    return outcome
  }
}

extension ModelAnswer {
  /// Reads an answer from its row, or gives nil when the row has none.
  init?(stored call: ModelCallRecord) {
    guard let text = call.answer else { return nil }
    self.init(
      text: text,
      usage: TokenUsage(
        promptTokens: call.promptTokens ?? 0, completionTokens: call.completionTokens ?? 0),
      finishReason: FinishReason(call.finishReason ?? "unknown"),
      latency: .seconds(call.latencySeconds ?? 0), attempts: call.attempts)
  }
}
