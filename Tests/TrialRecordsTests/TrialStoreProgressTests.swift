// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrialRecords

struct TrialStoreProgressTests {
  private let trial = TrialRecord.make()

  private func withTrial(_ body: (TrialStore) async throws -> Void) async throws {
    try await withStore { store, _ in
      try await store.beginRun(.make(), trials: [trial])
      for name in ["initial", "next"] { try await store.save(StateRecord.make(name)) }
      try await body(store)
    }
  }

  private func expectConstraint(_ body: () async throws -> Void) async {
    let error = await #expect(throws: StoreError.self) { try await body() }
    #expect(error?.code == .constraint)
  }

  @Test func whatIsAppendedIsReadBackInSequence() async throws {
    try await withTrial { store in
      var failed = EvaluationRecord.make(trial.id, 0, outcome: .modelError, score: nil)
      failed.error = "no answer"
      let scored = EvaluationRecord.make(trial.id, 1, outcome: .incorrect, score: -0.25)
      try await store.append([scored, failed])
      #expect(try await store.evaluations(of: trial.id) == [failed, scored])
      let steps = [
        StepRecord.make(trial.id, 0), .make(trial.id, 1, outcome: .rejected, to: "initial"),
      ]
      for step in steps.reversed() { try await store.append(step) }
      #expect(try await store.steps(of: trial.id) == steps)
    }
  }

  @Test func noTextIsCutWhereItHasACharacterThatEndsTexts() async throws {
    try await withTrial { store in
      var row = EvaluationRecord.make(trial.id, 0, outcome: .exception, score: 0)
      row.answer = "one\0two"
      row.feedback = "\0three"
      row.error = "four\0"
      try await store.append(row)
      row.sequence = 1
      try await store.append([row])
      for stored in try await store.evaluations(of: trial.id) {
        #expect(stored.answer == "one\u{FFFD}two")
        #expect(stored.feedback == "\u{FFFD}three")
        #expect(stored.error == "four\u{FFFD}")
      }
      let answered = ModelCallRecord.make(trial.id, 0, answer: "five\0six")
      var failed = ModelCallRecord.make(trial.id, 1, answer: nil)
      failed.error = "seven\0eight"
      #expect(try await store.append(answered).answer == "five\u{FFFD}six")
      try await store.append(failed)
      let calls = try await store.modelCalls(of: trial.id)
      #expect(calls.map(\.answer) == ["five\u{FFFD}six", nil])
      #expect(calls.map(\.error) == [nil, "seven\u{FFFD}eight"])
      _ = try await store.begin(trial.id, owner: "me")
      try await store.fail(trial.id, because: "nine\0ten", owner: "me")
      #expect(try await store.trial(trial.id)?.error == "nine\u{FFFD}ten")
      let note = RunNote(runID: "run-1", createdAt: "", kind: .engine, message: "eleven\0twelve")
      try await store.append(note)
      #expect(try await store.notes(ofRun: "run-1").map(\.message) == ["eleven\u{FFFD}twelve"])
    }
  }

  @Test func rulesOfTheSchemaHold() async throws {
    try await withTrial { store in
      try await store.append(EvaluationRecord.make(trial.id, 0))
      await expectConstraint { try await store.append(EvaluationRecord.make(trial.id, 0)) }
      await expectConstraint {
        try await store.append(EvaluationRecord.make(trial.id, 1, outcome: .modelError, score: 0))
      }
      await expectConstraint {
        try await store.append(EvaluationRecord.make(trial.id, 1, outcome: .correct, score: nil))
      }
      await expectConstraint { try await store.append(EvaluationRecord.make(trial.id, -1)) }
      await expectConstraint {
        try await store.append(EvaluationRecord.make(trial.id, 1, state: "absent"))
      }
      await expectConstraint {
        try await store.append(EvaluationRecord.make(ContentDigest(of: "absent"), 0))
      }
      await expectConstraint {
        try await store.append(StepRecord.make(trial.id, 0, outcome: .noChange, to: "next"))
      }
      #expect(try await store.evaluations(of: trial.id).count == 1)
      #expect(try await store.steps(of: trial.id).isEmpty)
    }
  }

  @Test func aListOfEvaluationsIsAppendedWholeOrNotAtAll() async throws {
    try await withTrial { store in
      await expectConstraint {
        try await store.append([.make(trial.id, 0), .make(trial.id, 0)] as [EvaluationRecord])
      }
      let evaluations = try await store.evaluations(of: trial.id)
      #expect(evaluations.isEmpty)
    }
  }

  @Test func aStepAndItsStateAreOneCommit() async throws {
    try await withTrial { store in
      let state = StateRecord.make("fresh")
      try await store.append(.make(trial.id, 0, to: "fresh"), states: [state])
      #expect(try await store.state(state.digest) == state)
      await expectConstraint {
        try await store.append(.make(trial.id, 0, to: "lost"), states: [.make("lost")])
      }
      #expect(try await store.state(ContentDigest(of: "lost")) == nil)
    }
  }

  @Test func anEvaluationAndItsStateAreOneCommit() async throws {
    try await withTrial { store in
      let state = StateRecord.make("fresh")
      try await store.append(.make(trial.id, 0, state: "fresh"), states: [state])
      #expect(try await store.state(state.digest) == state)
      await expectConstraint {
        try await store.append(.make(trial.id, 0, state: "lost"), states: [.make("lost")])
      }
      #expect(try await store.state(ContentDigest(of: "lost")) == nil)
    }
  }
}
