// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import TrialRecords

/// A store of 100,000 evaluations: 20 tasks, five optimizers and 20 seeds, each trial with 50
/// evaluations, and as many model calls.
struct LargeStore {
  let isSearch: Bool
  let path: String
  private static let evaluations = 50

  /// Writes the store.
  ///
  /// - Throws: `StoreError`.
  func make() async throws {
    try? FileManager.default.removeItem(atPath: path)
    let store = try TrialStore(path: path)
    let trials = (0..<20).flatMap { task in
      (0..<5).flatMap { optimizer in (0..<20).map { trial(task, optimizer, seed: $0) } }
    }
    let run = RunRecord(
      id: "run", createdAt: "2026-01-01T00:00:00Z", commandLine: "bench", plan: "{}",
      planDigest: ContentDigest(of: "plan"), benchVersion: "0", machine: "{}")
    try await store.beginRun(run, trials: trials)
    for trial in trials { try await fill(trial, in: store) }
    try store.close()
  }

  private func trial(_ task: Int, _ optimizer: Int, seed: Int) -> TrialRecord {
    let settings =
      isSearch
      ? #"{"measure":{"has_target":true,"is_cost":true,"name":"error"},"#
        + #""protocol":{"course":"search"}}"# : "{}"
    return TrialRecord(
      id: ContentDigest(of: "\(task) \(optimizer) \(seed)"), runID: "run", suite: "large",
      task: "task-\(task)", dataLabel: "official", dataDigest: ContentDigest(of: "\(task)"),
      optimizer: "optimizer-\(optimizer)", model: "local/m", optimizerModel: "local/m",
      protocolName: "paper", protocolSettings: settings, seed: seed)
  }

  private func fill(_ trial: TrialRecord, in store: TrialStore) async throws {
    _ = try await store.begin(trial.id, owner: "benchmark")
    let states = (0..<2).map { ContentDigest(of: "\(trial.id.hex) \($0)") }
    let stored = states.map { StateRecord(digest: $0, values: "{}") }
    for state in stored { try await store.save(state) }
    // A number from 0 to 99 that the place decides, so that every store is the same.
    func noise(_ place: Int) -> Int {
      (place * 7919 + trial.seed * 104_729 + trial.task.utf8.reduce(0) { $0 + Int($1) * 31 }
        + trial.optimizer.utf8.reduce(0) { $0 + Int($1) * 17 }) % 100
    }
    let rows = (0..<Self.evaluations).map { place -> EvaluationRecord in
      let isTest = isSearch ? place >= Self.evaluations - 2 : true
      let isSelected = isSearch ? place == Self.evaluations - 1 : place >= Self.evaluations / 2
      let isCorrect = isSearch ? noise(place) == 0 && !isTest : noise(place) < 50
      return EvaluationRecord(
        trialID: trial.id, sequence: place, step: isSearch ? place : 0,
        split: isTest ? .test : .train,
        phase: isTest ? (isSelected ? .selected : .initial) : .training,
        exampleID: isSearch ? "instance" : "item-\(place % (Self.evaluations / 2))",
        stateDigest: states[isSelected ? 1 : 0], outcome: isCorrect ? .correct : .incorrect,
        score: isSearch ? -Double(noise(place)) : isCorrect ? 1 : 0, answer: "an answer",
        feedback: "feedback of a usual length that says what was right or wrong")
    }
    try await store.append(rows)
    for place in 0..<Self.evaluations {
      var call = ModelCallRecord(
        trialID: trial.id, role: .task, sequence: place * ModelCallRecord.placesPerOwner,
        requestDigest: ContentDigest(of: "\(trial.id.hex) call \(place)"), model: "local/m",
        request: "{}", source: .live)
      call.answer = "an answer"
      call.promptTokens = 100
      call.completionTokens = 10
      try await store.append(call)
    }
    try await store.complete(
      trial.id,
      with: TrialEnding(
        stopReason: "examplesExhausted", initial: stored[0], selected: stored[1],
        final: stored[1], stepCount: 1),
      owner: "benchmark")
  }
}
