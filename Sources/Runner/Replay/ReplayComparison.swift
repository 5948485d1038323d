// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import TrialRecords

/// Compares the trials of a replay with those of the recording they were replayed from.
package struct ReplayComparison: Sendable {
  private let recording: TrialStore
  private let replay: TrialStore

  /// Creates a comparison of two stores.
  package init(recording: TrialStore, replay: TrialStore) {
    self.recording = recording
    self.replay = replay
  }

  /// The first difference of each trial of a run, one sentence each; none when all rows are equal.
  ///
  /// Compared are outcome and states of the trial, every column of its evaluations and steps, and
  /// requests, answers and tokens of its model calls. When and how fast they were answered, and
  /// whether for the first time, is no result.
  ///
  /// - Throws: `StoreError`.
  package func differences(inRun runID: RunRecord.ID) async throws -> [String] {
    var sentences: [String] = []
    for trial in try await replay.trials(ofRun: runID) {
      let name = "\(trial.suite):\(trial.task) \(trial.optimizer) seed \(trial.seed)"
      if let difference = try await difference(of: trial) {
        sentences.append("\(name) differs from the recording: \(difference)")
      }
    }
    return sentences
  }

  private func difference(of trial: TrialRecord) async throws -> String? {
    guard let recorded = try await recording.trial(trial.id) else {
      return "the recording does not have it"
    }
    let evaluations = try await Self.firstDifference(
      "evaluation", recording.evaluations(of: trial.id), replay.evaluations(of: trial.id))
    let steps = try await Self.firstDifference(
      "step", recording.steps(of: trial.id), replay.steps(of: trial.id))
    let calls = try await Self.firstDifference(
      "model call", recording.modelCalls(of: trial.id).compactMap(ComparedCall.init),
      replay.modelCalls(of: trial.id).compactMap(ComparedCall.init))
    if let difference = evaluations ?? steps ?? calls { return difference }
    return ComparedOutcome(recorded) == ComparedOutcome(trial)
      ? nil : "its rows are equal and its outcome is not"
  }

  private static func firstDifference<Record: Equatable>(
    _ kind: String, _ recorded: [Record], _ replayed: [Record]
  ) -> String? {
    if let index = zip(recorded, replayed).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      return "\(kind) \(index) is another one"
    }
    guard recorded.count != replayed.count else { return nil }
    return "it has \(replayed.count) \(kind)s, the recording \(recorded.count)"
  }
}

/// What of a model call a replay repeats.
private struct ComparedCall: Equatable {
  let role: ModelCallRecord.Role
  let sequence: Int
  let requestDigest: ContentDigest
  let outcome: [String?]
  let tokens: [Int?]

  /// Nil for a paid answer that the trial did not use in the end.
  init?(_ call: ModelCallRecord) {
    guard let sequence = call.sequence else { return nil }
    role = call.role
    self.sequence = sequence
    requestDigest = call.requestDigest
    outcome = [call.answer, call.finishReason, call.error]
    tokens = [call.promptTokens, call.completionTokens, call.cachedPromptTokens]
  }
}

/// How a trial ended.
private struct ComparedOutcome: Equatable {
  let state: TrialRecord.State
  let words: [String?]
  let states: [ContentDigest?]
  let stepCount: Int

  init(_ trial: TrialRecord) {
    state = trial.state
    words = [trial.stopReason, trial.error]
    states = [trial.initialStateDigest, trial.selectedStateDigest, trial.finalStateDigest]
    stepCount = trial.stepCount
  }
}
