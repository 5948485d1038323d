// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrialRecords

struct TrialStoreResultsTests {
  private let first = TrialRecord.make("a")
  private let second = TrialRecord.make("b", runID: "run-2")

  private func withTwoRuns(_ body: (TrialStore) async throws -> Void) async throws {
    try await withStore { store, _ in
      try await store.beginRun(.make("run-1"), trials: [first])
      try await store.beginRun(.make("run-2"), trials: [second])
      for name in ["initial", "next"] { try await store.save(StateRecord.make(name)) }
      try await store.append([
        EvaluationRecord.make(first.id, 0), .make(first.id, 1, outcome: .exception, score: 0),
      ])
      try await store.append(StepRecord.make(first.id, 0))
      try await store.append(StepRecord.make(first.id, 1))
      try await store.append(StepRecord.make(first.id, 2, outcome: .noChange, to: "initial"))
      try await store.append(ModelCallRecord.make(first.id, 0))
      var cut = ModelCallRecord.make(first.id, 1, request: "long")
      cut.finishReason = "length"
      cut.completionTokens = 160
      try await store.append(cut)
      var failed = ModelCallRecord.make(first.id, 2, request: "gone", answer: nil)
      failed.finishReason = nil
      failed.promptTokens = nil
      failed.completionTokens = nil
      try await store.append(failed)
      try await store.append(ModelCallRecord.make(second.id, 0, source: .cache))
      try await body(store)
    }
  }

  @Test func rowsAreCountedByTrialRoleAndOutcome() async throws {
    try await withTwoRuns { store in
      let results = try await store.results()
      #expect(results.runs.map(\.id) == ["run-1", "run-2"])
      #expect(results.trials.map(\.id) == [first.id, second.id])
      #expect(results.outcomes.map(\.outcome) == [.correct, .exception])
      #expect(results.outcomes.map(\.score) == [1, 0])
      #expect(
        Set(results.stepCounts) == [
          StepCount(trialID: first.id, outcome: .updated, count: 2),
          StepCount(trialID: first.id, outcome: .noChange, count: 1),
        ])
      var total = ModelCallTotal(trialID: first.id, role: .task)
      total.calls = 3
      total.errors = 1
      total.truncated = 1
      total.promptTokens = 20
      total.completionTokens = 163
      total.latencySeconds = 1.5
      var cached = ModelCallTotal(trialID: second.id, role: .task)
      cached.calls = 1
      cached.cacheHits = 1
      cached.promptTokens = 10
      cached.completionTokens = 3
      #expect(Set(results.callTotals) == [total, cached])
    }
  }

  @Test func oneRunHasItsOwnTrialsOnly() async throws {
    try await withTwoRuns { store in
      let results = try await store.results(ofRun: "run-2")
      #expect(results.runs.map(\.id) == ["run-2"])
      #expect(results.trials.map(\.id) == [second.id])
      #expect(results.outcomes.isEmpty)
      #expect(results.stepCounts.isEmpty)
      #expect(results.callTotals.map(\.cacheHits) == [1])
      #expect(try await store.results(ofRun: "run-3") == StoredResults())
    }
  }

  @Test func anEmptyStoreHasNoResults() async throws {
    try await withStore { store, _ in
      let results = try await store.results()
      #expect(results == StoredResults())
    }
  }
}
