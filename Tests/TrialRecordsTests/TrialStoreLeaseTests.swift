// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrialRecords

struct TrialStoreLeaseTests {
  @Test func twoStoresOnOneFileNeverHoldOneTrialAtOnce() async throws {
    try await withStore { store, place in
      let other = try TrialStore(path: place.path)
      let trial = TrialRecord.make()
      try await store.beginRun(.make(), trials: [trial])
      #expect(try await store.claim(trial.id, owner: "one", now: 100, until: 160))
      #expect(try await !other.claim(trial.id, owner: "two", now: 130, until: 190))
      #expect(try await store.claim(trial.id, owner: "one", now: 150, until: 210))
      #expect(try await !other.claim(trial.id, owner: "two", now: 200, until: 260))
      #expect(try await other.claim(trial.id, owner: "two", now: 210, until: 270))
      #expect(try await !store.claim(trial.id, owner: "one", now: 220, until: 280))
      try other.close()
    }
  }

  @Test func onlyTheOwnerGivesALeaseUp() async throws {
    try await withStore { store, _ in
      let trial = TrialRecord.make()
      try await store.beginRun(.make(), trials: [trial])
      #expect(try await store.claim(trial.id, owner: "one", now: 0, until: 60))
      try await store.release(trial.id, owner: "two")
      #expect(try await store.leaseOwner(of: trial.id) == "one")
      #expect(try await !store.claim(trial.id, owner: "two", now: 1, until: 60))
      try await store.release(trial.id, owner: "one")
      #expect(try await store.leaseOwner(of: trial.id) == nil)
      #expect(try await store.claim(trial.id, owner: "two", now: 1, until: 60))
    }
  }

  @Test func aTrialThatIsNotStoredCannotBeClaimed() async throws {
    try await withStore { store, _ in
      let error = await #expect(throws: StoreError.self) {
        _ = try await store.claim(ContentDigest(of: "absent"), owner: "one", now: 0, until: 1)
      }
      #expect(error?.code == .constraint)
    }
  }
}
