// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import TrialRecords

/// Answers of a recording: what the same trial got at the same place, else what any trial got to
/// the same request; never a model.
///
/// A call that failed in the recording fails here with the same words.
struct ReplayedAnswers: AnswerSource {
  /// Where the calls were recorded.
  let recording: TrialStore
  /// Where the rows of the replay are kept.
  let store: TrialStore

  /// Takes the recorded answer, and keeps its row.
  ///
  /// - Returns: The recorded outcome, or a failure with `missingReplay` that names trial, place and
  ///   request.
  /// - Throws: `StoreError`, `CancellationError`.
  func answer(
    _ request: ModelRequest, of model: any LanguageModel, at address: CallAddress,
    record: @escaping @Sendable (CallOutcome) -> ModelCallRecord
  ) async throws -> CallOutcome {
    try Task.checkCancellation()
    guard let outcome = try await recorded(request, of: model.identity, at: address) else {
      let error = LanguageModelError(
        .missingReplay,
        "the recording \(recording.path) has no answer of \(model.identity) for \(address.trial), "
          + "\(address.role) \(address.place), request \(address.requestDigest.shortHex) sample "
          + "\(request.sampleIndex)",
        callDigest: address.requestDigest)
      return CallOutcome(result: .failure(error), source: .cache)
    }
    try await store.append(record(outcome.call), isReplayed: outcome.isOfThePlace)
    return outcome.call
  }

  private func recorded(
    _ request: ModelRequest, of identity: ModelIdentity, at address: CallAddress
  ) async throws -> (call: CallOutcome, isOfThePlace: Bool)? {
    let call = try await recording.modelCall(
      of: address.trialID, address.role, at: address.place.sequence)
    if let call, call.requestDigest == address.requestDigest,
      call.sampleIndex == request.sampleIndex,
      call.model == identity.description
    {
      return (CallOutcome(recorded: call, source: call.source), true)
    }
    // Paid for at another place or in an interrupted attempt, and not once more here.
    return try await recording.storedAnswer(
      model: identity.description, requestDigest: address.requestDigest,
      sampleIndex: request.sampleIndex
    ).map { (CallOutcome(recorded: $0, source: .cache), false) }
  }
}

extension CallOutcome {
  /// Reads a recorded call as one from the given source.
  init(recorded call: ModelCallRecord, source: ModelCallRecord.Source) {
    self.source = source
    guard let answer = ModelAnswer(stored: call) else {
      result = .failure(LanguageModelError(recorded: call))
      return
    }
    result = .success(answer)
  }
}

extension LanguageModelError {
  /// Reads the failure of a recorded call, whose row has its code before the first colon.
  fileprivate init(recorded call: ModelCallRecord) {
    let text = call.error ?? ""
    let parts = text.split(separator: ": ", maxSplits: 1)
    let code = parts.first.flatMap { Code(String($0)) }
    self.init(
      code ?? .serverFailed, code == nil ? text : parts.dropFirst().joined(),
      callDigest: call.requestDigest, attempts: call.attempts)
  }
}
