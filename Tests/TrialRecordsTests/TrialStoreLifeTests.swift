// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrialRecords

struct TrialStoreLifeTests {
  private let trial = TrialRecord.make()

  private func withTrial(_ body: (TrialStore) async throws -> Void) async throws {
    try await withStore { store, _ in
      try await store.beginRun(.make(), trials: [trial])
      for name in ["initial", "next"] { try await store.save(StateRecord.make(name)) }
      try await body(store)
    }
  }

  private func code(_ body: () async throws -> Void) async -> StoreError.Code? {
    await #expect(throws: StoreError.self) { try await body() }?.code
  }

  @Test func aTrialKeepsHowItEnded() async throws {
    try await withTrial { store in
      #expect(try await store.begin(trial.id, owner: "me"))
      #expect(try await store.trial(trial.id)?.state == .running)
      try await store.complete(trial.id, with: .make("targetReached"), owner: "me")
      let stored = try #require(try await store.trial(trial.id))
      #expect(stored.state == .complete)
      #expect(stored.stopReason == "targetReached")
      #expect(stored.initialStateDigest == ContentDigest(of: "initial"))
      #expect(stored.selectedStateDigest == ContentDigest(of: "selected"))
      #expect(stored.finalStateDigest == ContentDigest(of: "final"))
      #expect(stored.stepCount == 3)
      #expect(stored.attempts == 1)
      #expect(try await store.state(ContentDigest(of: "final")) == .make("final"))
    }
  }

  @Test func beginningAnewKeepsTheAnswersThatWerePaidFor() async throws {
    try await withTrial { store in
      #expect(try await store.begin(trial.id, owner: "me"))
      try await store.append(EvaluationRecord.make(trial.id, 0))
      try await store.append(StepRecord.make(trial.id, 0))
      try await store.append(ModelCallRecord.make(trial.id, 0, request: "paid"))
      try await store.append(
        ModelCallRecord.make(trial.id, 1, source: .cache, request: "remembered"))
      try await store.fail(trial.id, because: "the model was gone", owner: "me")
      #expect(try await store.trial(trial.id)?.error == "the model was gone")
      #expect(try await store.evaluations(of: trial.id).count == 1)

      #expect(try await store.begin(trial.id, owner: "me"))
      var expected = trial
      expected.state = .running
      expected.attempts = 2
      #expect(try await store.trial(trial.id) == expected)
      #expect(try await store.evaluations(of: trial.id).isEmpty)
      #expect(try await store.steps(of: trial.id).isEmpty)
      let kept = try await store.modelCalls(of: trial.id)
      #expect(kept.map(\.request) == ["paid"])
      #expect(kept.map(\.sequence) == [nil])
    }
  }

  @Test func aResumedTrialEndsWithTheRowsOfOneThatWasNotInterrupted() async throws {
    try await withTrial { store in
      #expect(try await store.begin(trial.id, owner: "me"))
      try await store.append(ModelCallRecord.make(trial.id, 0, request: "first"))
      try await store.append(ModelCallRecord.make(trial.id, 1, request: "second"))
      let uninterrupted = try await store.modelCalls(of: trial.id)
      try await store.stop(trial.id, owner: "me")
      #expect(try await store.trial(trial.id)?.state == .stopped)
      #expect(try await store.modelCalls(of: trial.id) == uninterrupted)
      #expect(try await store.begin(trial.id, owner: "me"))
      for (sequence, request) in ["first", "second"].enumerated() {
        let digest = ContentDigest(of: request)
        let stored = try await store.storedAnswer(model: "local/m", requestDigest: digest)
        #expect(stored?.answer == "answer")
        let row = try await store.append(
          ModelCallRecord.make(trial.id, sequence, source: .cache, request: request))
        #expect(row.source == .live)
      }
      #expect(try await store.modelCalls(of: trial.id) == uninterrupted)
    }
  }

  @Test func aCompleteTrialIsNeverBegunAgainNorChanged() async throws {
    try await withTrial { store in
      #expect(try await store.begin(trial.id, owner: "me"))
      try await store.append(EvaluationRecord.make(trial.id, 0))
      try await store.complete(trial.id, with: .make(), owner: "me")
      let complete = try await store.trial(trial.id)
      #expect(try await !store.begin(trial.id, owner: "me"))
      #expect(
        await code { try await store.fail(trial.id, because: "late", owner: "me") } == .notPossible)
      #expect(await code { try await store.stop(trial.id, owner: "me") } == .notPossible)
      #expect(
        await code { try await store.complete(trial.id, with: .make("other"), owner: "me") }
          == .notPossible)
      #expect(try await store.trial(trial.id) == complete)
      #expect(try await store.evaluations(of: trial.id).count == 1)
    }
  }

  @Test func whoLostTheRightToRunATrialChangesNothing() async throws {
    try await withTrial { store in
      #expect(try await store.claim(trial.id, owner: "me", now: 0, until: 10))
      #expect(try await store.begin(trial.id, owner: "me"))
      #expect(try await store.claim(trial.id, owner: "other", now: 20, until: 30))
      let before = try await store.trial(trial.id)
      #expect(
        await code { try await store.complete(trial.id, with: .make(), owner: "me") }
          == .trialTaken)
      #expect(await code { try await store.stop(trial.id, owner: "me") } == .trialTaken)
      #expect(
        await code { _ = try await store.begin(trial.id, owner: "me") } == .trialTaken)
      #expect(try await store.trial(trial.id) == before)
    }
  }

  @Test func equalRowsHaveEqualDigestsWhateverTheirTimesAndSources() async throws {
    var digests: [ContentDigest?] = []
    for (latency, source, score) in [
      (0.5, ModelCallRecord.Source.live, 1.0), (9, .cache, 1.0), (0.5, .live, 0.5),
    ] {
      try await withTrial { store in
        #expect(try await store.begin(trial.id, owner: "me"))
        try await store.append(
          EvaluationRecord.make(trial.id, 0, outcome: .incorrect, score: score))
        var call = ModelCallRecord.make(trial.id, 0, source: source)
        call.latencySeconds = latency
        try await store.append(call)
        try await store.complete(trial.id, with: .make(), owner: "me")
        digests.append(try await store.trial(trial.id)?.rowsDigest)
      }
    }
    #expect(digests[0] != nil)
    #expect(digests[0] == digests[1])
    #expect(digests[0] != digests[2])
  }
}
