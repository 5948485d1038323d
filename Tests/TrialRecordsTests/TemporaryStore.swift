// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import TrialRecords

/// A folder of its own for each test, with the path of a store in it.
struct TemporaryStore {
  let folder: String
  var path: String { folder + "/results.sqlite" }

  init() throws {
    folder = NSTemporaryDirectory() + "trial-records-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Tests that give up their privileges still have to reach it.
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

/// Gives a test a store in a folder of its own, and removes the folder afterwards.
func withStore(_ body: (TrialStore, TemporaryStore) async throws -> Void) async throws {
  let place = try TemporaryStore()
  defer { place.remove() }
  let store = try TrialStore(path: place.path)
  try await body(store, place)
  try store.close()
}

extension RunRecord {
  static func make(_ id: String = "run-1") -> RunRecord {
    RunRecord(
      id: id, createdAt: "2026-01-02T03:04:05Z", commandLine: "bench --suite s", plan: "{}",
      planDigest: ContentDigest(of: "plan"), benchVersion: "0.1.0", machine: "{}")
  }
}

extension TrialRecord {
  static func make(
    _ name: String = "a", runID: String = "run-1", settings: String = "{}", seed: Int = 0
  ) -> TrialRecord {
    TrialRecord(
      id: ContentDigest(of: "\(name) \(settings) \(seed)"), runID: runID, suite: "s", task: name,
      dataLabel: "generated", dataDigest: ContentDigest(of: "data"), optimizer: "noop",
      model: "local/m", optimizerModel: "local/m", protocolName: "quick",
      protocolSettings: settings, seed: seed)
  }
}

extension StateRecord {
  static func make(_ name: String = "initial") -> StateRecord {
    StateRecord(digest: ContentDigest(of: name), values: #"{"prompt":"\#(name)"}"#)
  }
}

extension EvaluationRecord {
  static func make(
    _ trial: TrialRecord.ID, _ sequence: Int, outcome: Outcome = .correct, score: Double? = 1,
    state: String = "initial"
  ) -> EvaluationRecord {
    EvaluationRecord(
      trialID: trial, sequence: sequence, step: 0, split: .test, phase: .initial,
      exampleID: "example-\(sequence)", stateDigest: ContentDigest(of: state), outcome: outcome,
      score: score, answer: "answer", feedback: "feedback")
  }
}

extension StepRecord {
  static func make(
    _ trial: TrialRecord.ID, _ index: Int, outcome: Outcome = .updated, to after: String = "next"
  ) -> StepRecord {
    StepRecord(
      trialID: trial, index: index, outcome: outcome, beforeDigest: ContentDigest(of: "initial"),
      afterDigest: ContentDigest(of: after))
  }
}

extension ModelCallRecord {
  static func make(
    _ trial: TrialRecord.ID, _ sequence: Int, role: Role = .task, source: Source = .live,
    request: String = "request", answer: String? = "answer"
  ) -> ModelCallRecord {
    var call = ModelCallRecord(
      trialID: trial, role: role, sequence: sequence, requestDigest: ContentDigest(of: request),
      model: "local/m", request: request, source: source)
    call.answer = answer
    call.error = answer == nil ? "no answer" : nil
    call.finishReason = "stop"
    call.promptTokens = 10
    call.completionTokens = 3
    call.latencySeconds = 0.5
    return call
  }
}

extension TrialEnding {
  static func make(_ stopReason: String = "budgetExhausted") -> TrialEnding {
    TrialEnding(
      stopReason: stopReason, initial: .make(), selected: .make("selected"), final: .make("final"),
      stepCount: 3)
  }
}
