// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import TrialRecords

/// The answers of all trials of a run: what was paid for once is not paid for again.
///
/// Two trials that ask the same model the same thing at the same moment share one call.
actor SharedAnswers: AnswerSource {
  private struct Key: Hashable {
    let model: ModelIdentity
    let request: ContentDigest
  }

  /// One call that is being made, and everyone who waits for it.
  private struct SharedCall {
    /// The first waiter, which tells a call from a later one to the same request.
    let number: Int
    /// Whether the model was asked, so that its answer may have to be paid for.
    var isSent = false
    var task: Task<Void, Never>?
    var waiting: [Int: CheckedContinuation<CallOutcome, any Error>] = [:]
  }

  private let store: TrialStore
  private let limit: CallLimit
  private let meter: RunMeter
  private var calls: [Key: SharedCall] = [:]
  private var nextWaiter = 0

  /// Creates the answers of a store.
  ///
  /// - Parameters:
  ///   - store: Where answers were stored.
  ///   - jobs: Calls that may run at once, at least 1.
  ///   - meter: Holds each call that is made against the run's budget.
  init(store: TrialStore, jobs: Int, meter: RunMeter) {
    self.store = store
    self.meter = meter
    limit = CallLimit(jobs)
  }

  /// Answers from the store, from a call under way, or by asking the model; keeps the row in any
  /// case before it returns.
  ///
  /// A call that the model was not yet asked ends with the last who waits for it. One that it was
  /// asked goes on, since it may have to be paid for: see ``settle()`` and ``cancel()``.
  func answer(
    _ request: ModelRequest, of model: any LanguageModel, at address: CallAddress,
    record: @escaping @Sendable (CallOutcome) -> ModelCallRecord
  ) async throws -> CallOutcome {
    let key = Key(model: model.identity, request: address.requestDigest)
    let isFirst = calls[key] == nil
    nextWaiter += 1
    let waiter = nextWaiter
    let outcome = try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try await withCheckedThrowingContinuation { continuation in
        calls[key, default: SharedCall(number: waiter)].waiting[waiter] = continuation
        guard isFirst else { return }
        calls[key]?.task = Task {
          let result: Result<CallOutcome, any Error>
          do {
            result = .success(try await self.find(request, key, of: model, record: record))
          } catch {
            result = .failure(error)
          }
          self.finish(key, waiter, with: result)
        }
      }
    } onCancel: {
      Task { await self.abandon(key, waiter) }
    }
    guard !isFirst else { return outcome }
    let shared = CallOutcome(
      result: outcome.result, source: outcome.result.isAnswer ? .cache : outcome.source)
    try await store.append(record(shared))
    return shared
  }

  private func finish(_ key: Key, _ number: Int, with result: Result<CallOutcome, any Error>) {
    guard let call = calls[key], call.number == number else { return }
    calls[key] = nil
    for continuation in call.waiting.values { continuation.resume(with: result) }
  }

  private func abandon(_ key: Key, _ waiter: Int) {
    guard let continuation = calls[key]?.waiting.removeValue(forKey: waiter) else { return }
    continuation.resume(throwing: CancellationError())
    guard let call = calls[key], call.waiting.isEmpty, !call.isSent else { return }
    call.task?.cancel()
    // Whoever asks from now on begins a call of its own.
    calls[key] = nil
  }

  /// Waits for the calls under way, so that the store has what was paid for.
  func settle() async {
    for call in calls.values { await call.task?.value }
  }

  /// Aborts the calls under way.
  func cancel() {
    for call in calls.values { call.task?.cancel() }
  }

  private func noteSent(_ key: Key) { calls[key]?.isSent = true }

  private func find(
    _ request: ModelRequest, _ key: Key, of model: any LanguageModel,
    record: @Sendable (CallOutcome) -> ModelCallRecord
  ) async throws -> CallOutcome {
    let stored = try await store.storedAnswer(
      model: model.identity.description, requestDigest: key.request,
      sampleIndex: request.sampleIndex)
    if let answer = stored.flatMap(ModelAnswer.init(stored:)) {
      let outcome = CallOutcome(result: .success(answer), source: .cache)
      try await store.append(record(outcome))
      return outcome
    }
    let result = try await limit.run { [meter] in
      await self.noteSent(key)
      return await Self.attempt { () throws(RunBudgetSpent) in
        try await meter.call(request, of: model)
      }
    }.get()
    if case .failure(let error) = result, error.code == .cancelled { throw CancellationError() }
    let outcome = CallOutcome(result: result, source: .live)
    try await store.append(record(outcome))
    return outcome
  }
}

extension SharedAnswers {
  /// The outcome of `body` as a value.
  private static func attempt<Value: Sendable>(
    _ body: @Sendable () async throws(RunBudgetSpent) -> Value
  ) async -> Result<Value, RunBudgetSpent> {
    do throws(RunBudgetSpent) {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }
}

extension ModelAnswer {
  /// Reads an answer from its row, or gives nil when the row has none.
  init?(stored call: ModelCallRecord) {
    guard let text = call.answer else { return nil }
    self.init(
      text: text,
      usage: TokenUsage(
        promptTokens: call.promptTokens ?? 0, completionTokens: call.completionTokens ?? 0,
        cachedPromptTokens: call.cachedPromptTokens, isEstimated: call.isUsageEstimated ?? false),
      finishReason: FinishReason(call.finishReason ?? "unknown"),
      latency: .seconds(call.latencySeconds ?? 0), attempts: call.attempts)
  }
}

extension Result where Success == ModelAnswer {
  /// Whether the model answered.
  fileprivate var isAnswer: Bool {
    if case .success = self { true } else { false }
  }
}
