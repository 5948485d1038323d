// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrialRecords

struct TrialStoreModelCallTests {
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
