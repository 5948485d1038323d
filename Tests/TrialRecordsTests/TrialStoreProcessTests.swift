// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TrialRecords

struct TrialStoreProcessTests {
  @Test func aCancelledTaskStillCommits() async throws {
    try await withStore { store, _ in
      let trial = TrialRecord.make()
      try await store.beginRun(.make(), trials: [trial])
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        #expect(Task.isCancelled)
        try await store.append(ModelCallRecord.make(trial.id, 0))
      }
      try await task.value
      #expect(try await store.modelCalls(of: trial.id).count == 1)
    }
  }

  @Test func aKilledProcessLosesNothingThatWasAppended() async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let path = place.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try TrialStore(path: path)
      let trial = TrialRecord.make()
      try await store.beginRun(.make(), trials: [trial])
      try await withThrowingTaskGroup(of: Void.self) { group in
        for sequence in 0..<200 {
          group.addTask {
            try await store.append(ModelCallRecord.make(trial.id, sequence, request: "\(sequence)"))
            if sequence < 20 { return }
            // The others are still writing.
            kill(getpid(), SIGKILL)
          }
          if sequence == 19 { try await group.waitForAll() }
        }
      }
    }
    let store = try TrialStore(path: path)
    let trial = try #require(try await store.trials().first)
    #expect(trial.state == .waiting)
    let sequences = try await store.modelCalls(of: trial.id).compactMap(\.sequence)
    #expect(Set(sequences).isSuperset(of: 0..<20))
    try store.close()
  }

  @Test func twoProcessesCreateAndWriteOneStore() async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let path = place.path
    async let one = #expect(processExitsWith: .success) { [path = path as String] in
      try await writeTrial(named: "one", to: path)
    }
    async let two = #expect(processExitsWith: .success) { [path = path as String] in
      try await writeTrial(named: "two", to: path)
    }
    _ = await (one, two)
    let store = try TrialStore(path: path, access: .reading)
    #expect(try await store.runs().count == 2)
    for name in ["one", "two"] {
      let calls = try await store.modelCalls(of: TrialRecord.make(name).id)
      #expect(calls.map(\.sequence) == Array(0..<100))
    }
    try store.close()
  }
}

private func writeTrial(named name: String, to path: String) async throws {
  let store = try TrialStore(path: path)
  let trial = TrialRecord.make(name, runID: name)
  try await store.beginRun(.make(name), trials: [trial])
  for sequence in 0..<100 { try await store.append(ModelCallRecord.make(trial.id, sequence)) }
  try store.close()
}
