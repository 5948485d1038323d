// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrialRecords

struct TrialStoreRunsTests {
  @Test func aSecondRunSharesTrialsAndKeepsTheirLife() async throws {
    try await withStore { store, _ in
      var first = TrialRecord.make("a")
      try await store.beginRun(.make("run-1"), trials: [first])
      first.state = .complete
      first.stopReason = "budgetExhausted"
      try await store.save(first)
      try await store.beginRun(
        .make("run-2"), trials: [.make("a", runID: "run-2"), .make("b", runID: "run-2")])
      #expect(try await store.trial(first.id) == first)
      #expect(try await store.trials(ofRun: "run-1").map(\.task) == ["a"])
      #expect(try await store.trials(ofRun: "run-2").map(\.task) == ["a", "b"])
      #expect(try await store.trials().map(\.runID) == ["run-1", "run-2"])
      #expect(try await store.runs().map(\.id) == ["run-1", "run-2"])
    }
  }

  @Test func theSameProtocolWithAnotherBudgetIsAnotherTrial() async throws {
    try await withStore { store, _ in
      let trials = [
        TrialRecord.make(settings: #"{"steps":2}"#), TrialRecord.make(settings: #"{"steps":3}"#),
      ]
      try await store.beginRun(.make(), trials: trials)
      #expect(try await store.trials() == trials)
    }
  }

  @Test func oneIdentityUnderTwoDigestsIsRefusedAndNothingIsRecorded() async throws {
    try await withStore { store, _ in
      let trial = TrialRecord.make()
      let twin = TrialRecord(
        id: ContentDigest(of: "another"), runID: "run-1", suite: trial.suite, task: trial.task,
        dataLabel: trial.dataLabel, dataDigest: trial.dataDigest, optimizer: trial.optimizer,
        model: trial.model, optimizerModel: trial.optimizerModel, protocolName: trial.protocolName,
        seed: trial.seed)
      let error = await #expect(throws: StoreError.self) {
        try await store.beginRun(.make(), trials: [trial, twin])
      }
      #expect(error?.code == .constraint)
      let results = try await store.results()
      #expect(results == StoredResults())
    }
  }

  @Test func aRepeatedRunIdentifierIsRefused() async throws {
    try await withStore { store, _ in
      try await store.beginRun(.make())
      let error = await #expect(throws: StoreError.self) { try await store.beginRun(.make()) }
      #expect(error?.code == .constraint)
    }
  }

  @Test func aRunEndsOnce() async throws {
    try await withStore { store, _ in
      try await store.beginRun(.make())
      #expect(try await store.runs().map(\.finishedAt) == [nil])
      try await store.finishRun("run-1", at: "2026-01-02T04:00:00Z")
      #expect(try await store.runs().map(\.finishedAt) == ["2026-01-02T04:00:00Z"])
    }
  }

  @Test func aTrialKeepsEveryPropertyThatIsSaved() async throws {
    try await withStore { store, _ in
      try await store.beginRun(.make())
      var trial = TrialRecord.make(seed: 7)
      try await store.save(trial)
      for name in ["initial", "selected", "final"] { try await store.save(StateRecord.make(name)) }
      trial.state = .failed
      trial.error = "the model was gone"
      trial.initialStateDigest = StateRecord.make("initial").digest
      trial.selectedStateDigest = StateRecord.make("selected").digest
      trial.finalStateDigest = StateRecord.make("final").digest
      trial.stepCount = 3
      try await store.save(trial)
      #expect(try await store.trial(trial.id) == trial)
      #expect(try await store.trials(ofRun: "run-1") == [trial])
      #expect(try await store.state(StateRecord.make("final").digest) == .make("final"))
    }
  }

  @Test func aTrialCannotNameAStateThatIsNotStored() async throws {
    try await withStore { store, _ in
      try await store.beginRun(.make())
      var trial = TrialRecord.make()
      trial.initialStateDigest = ContentDigest(of: "absent")
      let error = await #expect(throws: StoreError.self) { try await store.save(trial) }
      #expect(error?.code == .constraint)
    }
  }
}
