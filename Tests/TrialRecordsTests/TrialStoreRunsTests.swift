// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrialRecords

struct TrialStoreRunsTests {
  @Test func aSecondRunSharesTrialsAndKeepsTheirLife() async throws {
    try await withStore { store, _ in
      let planned = TrialRecord.make("a")
      try await store.beginRun(.make("run-1"), trials: [planned])
      _ = try await store.begin(planned.id, owner: "me")
      try await store.complete(planned.id, with: .make(), owner: "me")
      let first = try #require(try await store.trial(planned.id))
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

  @Test func aRunEndsOnceAndIsSealedOverTheRowsOfItsTrials() async throws {
    var seals: [ContentDigest?] = []
    for answer in ["answer", "another"] {
      try await withStore { store, _ in
        let trial = TrialRecord.make()
        try await store.beginRun(.make(), trials: [trial, .make("b")])
        #expect(try await store.runs().map(\.finishedAt) == [nil])
        #expect(try await store.runs().map(\.seal) == [nil])
        _ = try await store.begin(trial.id, owner: "me")
        var row = EvaluationRecord.make(trial.id, 0)
        row.answer = answer
        try await store.append(row, states: [.make()])
        try await store.complete(trial.id, with: .make(), owner: "me")
        try await store.finishRun("run-1", at: "2026-01-02T04:00:00Z")
        let run = try #require(try await store.runs().first)
        #expect(run.finishedAt == "2026-01-02T04:00:00Z")
        seals.append(run.seal)
      }
    }
    #expect(seals[0] != nil)
    #expect(seals[0] != seals[1])
  }

  @Test func notesOfEveryKindAreKeptAndAmongTheResultsOfTheirRun() async throws {
    try await withStore { store, _ in
      for id in ["run-1", "run-2"] { try await store.beginRun(.make(id)) }
      let notes = RunNote.Kind.allCases.map { kind in
        RunNote(runID: "run-1", createdAt: "now", kind: kind, message: "it is \(kind)")
      }
      for note in notes { try await store.append(note) }
      let other = RunNote(runID: "run-2", createdAt: "now", kind: .failure, message: "no model")
      try await store.append(other)
      #expect(try await store.notes(ofRun: "run-1") == notes)
      #expect(try await store.results(ofRun: "run-1").notes == notes)
      #expect(try await store.results().notes == notes + [other])
    }
  }

  @Test func aRunKeepsWhatItWasMadeOf() async throws {
    try await withStore { store, _ in
      var run = RunRecord.make()
      run.versions = #"{"bench":"1"}"#
      run.dataDigests = #"{"s:a":"0"}"#
      run.shard = "2/8"
      try await store.beginRun(run)
      #expect(try await store.runs() == [run])
    }
  }
}
