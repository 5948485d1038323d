// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrialRecords

struct TrialStoreModelCallTests {
  @Test func theLongestRequestOfAModelIsFoundAlsoWhenItGotNoAnswer() async throws {
    try await withStore { store, _ in
      #expect(try await store.longestPrompt(of: "local/m") == nil)
      let trial = TrialRecord.make()
      try await store.beginRun(.make(), trials: [trial])
      try await store.append(ModelCallRecord.make(trial.id, 0))
      #expect(try await store.longestPrompt(of: "local/m") == 10)
      var failed = ModelCallRecord.make(
        trial.id, 1, request: String(repeating: "abc", count: 700), answer: nil)
      failed.promptTokens = nil
      try await store.append(failed)
      #expect(try await store.longestPrompt(of: "local/m") == 700)
      #expect(try await store.longestPrompt(of: "local/other") == nil)
    }
  }

  @Test func aCallAndWhatItCostAreFoundByTheirPlace() async throws {
    try await withStore { store, _ in
      let trial = TrialRecord.make()
      try await store.beginRun(.make(), trials: [trial])
      var call = ModelCallRecord.make(trial.id, 7, role: .optimizer)
      call.cachedPromptTokens = 4
      call.isUsageEstimated = true
      let stored = try await store.append(call)
      #expect(try await store.modelCall(of: trial.id, .optimizer, at: 7) == stored)
      #expect(stored.cachedPromptTokens == 4 && stored.isUsageEstimated == true)
      #expect(try await store.modelCall(of: trial.id, .task, at: 7) == nil)
      #expect(try await store.modelCall(of: trial.id, .optimizer, at: 8) == nil)
    }
  }

  private let first = TrialRecord.make("a")
  private let second = TrialRecord.make("b")

  private func withTrials(_ body: (TrialStore) async throws -> Void) async throws {
    try await withStore { store, _ in
      try await store.beginRun(.make(), trials: [first, second])
      try await body(store)
    }
  }

  @Test func callsAreReadBackByRoleAndSequence() async throws {
    try await withTrials { store in
      let optimizer = try await store.append(ModelCallRecord.make(first.id, 0, role: .optimizer))
      let later = try await store.append(ModelCallRecord.make(first.id, 1))
      let earlier = try await store.append(ModelCallRecord.make(first.id, 0))
      #expect(optimizer.id != nil)
      #expect(try await store.modelCalls(of: first.id) == [earlier, later, optimizer])
    }
  }

  @Test func anAnswerIsFoundWhicheverTrialPaidForIt() async throws {
    try await withTrials { store in
      let digest = ContentDigest(of: "request")
      try await store.append(ModelCallRecord.make(first.id, 0, answer: nil))
      #expect(try await store.storedAnswer(model: "local/m", requestDigest: digest) == nil)
      try await store.append(ModelCallRecord.make(first.id, 1, source: .cache))
      #expect(try await store.storedAnswer(model: "local/m", requestDigest: digest) == nil)
      let paid = try await store.append(ModelCallRecord.make(second.id, 0))
      #expect(try await store.storedAnswer(model: "local/m", requestDigest: digest) == paid)
      #expect(try await store.storedAnswer(model: "other/m", requestDigest: digest) == nil)
      #expect(
        try await store.storedAnswer(model: "local/m", requestDigest: digest, sampleIndex: 1)
          == nil
      )
    }
  }

  @Test func anAnswerFromAnotherTrialIsACallOfItsOwn() async throws {
    try await withTrials { store in
      try await store.append(ModelCallRecord.make(first.id, 0))
      let row = try await store.append(ModelCallRecord.make(second.id, 0, source: .cache))
      #expect(row.source == .cache)
      #expect(row.attempts == 0)
      #expect(try await store.modelCalls(of: first.id).count == 1)
    }
  }

  @Test func aCallHasAnAnswerOrAnErrorAndAPlaceOfItsOwn() async throws {
    try await withTrials { store in
      var both = ModelCallRecord.make(first.id, 0)
      both.error = "and yet"
      var neither = ModelCallRecord.make(first.id, 0, answer: nil)
      neither.error = nil
      for call in [both, neither, .make(ContentDigest(of: "absent"), 0)] {
        let error = await #expect(throws: StoreError.self) { try await store.append(call) }
        #expect(error?.code == .constraint)
      }
      try await store.append(ModelCallRecord.make(first.id, 0))
      let error = await #expect(throws: StoreError.self) {
        try await store.append(ModelCallRecord.make(first.id, 0))
      }
      #expect(error?.code == .constraint)
      try await store.append(ModelCallRecord.make(first.id, 0, role: .optimizer))
    }
  }
}
