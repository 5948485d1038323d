// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import GRDB
import Testing
import TrialRecords

/// Merging as a join: whatever the order and the grouping, the same store.
struct StoreMergeTests {
  let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  private func path(_ name: String) -> String { "\(place.folder)/\(name).sqlite" }

  /// A store with one run and trials in given states; the same trial may be in several stores.
  private func makeStore(
    _ name: String, plan: String = "plan", _ trials: [(name: String, state: TrialRecord.State)],
    answer: String = "answer", latency: Double = 0.5
  ) async throws {
    let store = try TrialStore(path: path(name))
    var run = RunRecord.make("run-\(name)")
    run.planDigest = ContentDigest(of: plan)
    run.createdAt = "2026-01-02T03:04:0\(name.count)Z"
    run.shard = "1/2"
    try await store.beginRun(
      run, trials: trials.map { TrialRecord.make($0.name, runID: run.id) })
    for (trialName, state) in trials {
      let id = TrialRecord.make(trialName).id
      guard state != .waiting else { continue }
      _ = try await store.begin(id, owner: "me")
      var call = ModelCallRecord.make(id, 0, request: trialName, answer: answer)
      call.latencySeconds = latency
      try await store.append(call)
      var row = EvaluationRecord.make(id, 0)
      row.answer = answer
      try await store.append(row, states: [.make("initial"), .make(answer)])
      switch state {
      case .waiting, .running: break
      case .complete: try await store.complete(id, with: .make(), owner: "me")
      case .failed: try await store.fail(id, because: "gone", owner: "me")
      case .stopped: try await store.stop(id, owner: "me")
      }
    }
    if trials.allSatisfy({ $0.state == .complete }) {
      try await store.finishRun(run.id, at: "2026-01-02T04:00:00Z")
    }
    try store.close()
  }

  @discardableResult
  private func merge(
    _ output: String, _ inputs: [String], severalPlans: Bool = false, now: Double = 0
  ) async throws -> MergeSummary {
    let stores = try inputs.map { try TrialStore(path: path($0), access: .reading) }
    defer { for store in stores { try? store.close() } }
    return try await TrialStore.merge(
      into: path(output), stores, allowsSeveralPlans: severalPlans, now: now)
  }

  private func makeThree() async throws {
    try await makeStore("a", [("one", .complete), ("two", .failed), ("three", .waiting)])
    try await makeStore(
      "bb", [("two", .complete), ("three", .running), ("four", .stopped)], answer: "other",
      latency: 2)
    try await makeStore(
      "ccc", [("one", .complete), ("three", .failed), ("four", .failed)], answer: "third")
  }

  @Test func mergesAreCommutativeAssociativeAndIdempotent() async throws {
    defer { place.remove() }
    try await makeThree()
    try await merge("all", ["a", "bb", "ccc"])
    let expected = try dump(ofStoreAt: path("all"))
    let orders = [
      ["a", "ccc", "bb"], ["bb", "a", "ccc"], ["bb", "ccc", "a"], ["ccc", "a", "bb"],
      ["ccc", "bb", "a"], ["a", "a", "bb", "ccc", "bb"],
    ]
    for (index, order) in orders.enumerated() {
      try await merge("order\(index)", order)
      #expect(try dump(ofStoreAt: path("order\(index)")) == expected, "\(order)")
    }
    try await merge("left", ["a", "bb"])
    try await merge("left", ["ccc"])
    #expect(try dump(ofStoreAt: path("left")) == expected)
    try await merge("inner", ["bb", "ccc"])
    try await merge("right", ["a", "inner"])
    #expect(try dump(ofStoreAt: path("right")) == expected)
    try await merge("all", ["all", "a"])
    #expect(try dump(ofStoreAt: path("all")) == expected)
  }

  @Test func mergingOneStoreCopiesIt() async throws {
    defer { place.remove() }
    try await makeThree()
    for name in ["a", "bb", "ccc"] {
      try await merge("copy-\(name)", [name])
      #expect(try dump(ofStoreAt: path("copy-\(name)")) == dump(ofStoreAt: path(name)))
    }
  }

  @Test func theCopyThatCameFurtherIsKeptAndEveryPaidCallToo() async throws {
    defer { place.remove() }
    try await makeThree()
    let summary = try await merge("all", ["a", "bb", "ccc"])
    #expect(summary.runs == 3)
    #expect(summary.trials == 4)
    #expect(summary.complete == 2)
    #expect(summary.differing.map(\.task) == ["one"])
    let store = try TrialStore(path: path("all"), access: .reading)
    let states = Dictionary(
      try await store.trials().map { ($0.task, $0.state) }, uniquingKeysWith: { one, _ in one })
    #expect(
      states == ["one": .complete, "two": .complete, "three": .failed, "four": .failed])
    let two = TrialRecord.make("two").id
    #expect(try await store.evaluations(of: two).map(\.answer) == ["other"])
    let calls = try await store.modelCalls(of: two)
    #expect(calls.map(\.sequence) == [nil, 0])
    #expect(calls.map(\.answer) == ["answer", "other"])
    #expect(try await store.trial(two)?.runID == "run-a")
    #expect(try await store.runs().map(\.id) == ["run-a", "run-bb", "run-ccc"])
    #expect(try await store.runs().map(\.shard) == ["1/2", "1/2", "1/2"])
    try store.close()
  }

  @Test func differentPlansMeetOnlyWhenThatIsSaid() async throws {
    defer { place.remove() }
    try await makeStore("a", [("one", .complete)])
    try await makeStore("bb", plan: "another", [("two", .complete)])
    let error = await #expect(throws: StoreError.self) { try await merge("all", ["a", "bb"]) }
    #expect(error?.code == .severalPlans)
    #expect(error?.message.contains("run-a") == true)
    #expect(try await TrialStore(path: path("all")).trials().isEmpty)
    #expect(try await merge("all", ["a", "bb"], severalPlans: true).trials == 2)
  }

  @Test func aStoreThatIsBeingWrittenIsNotMergedInto() async throws {
    defer { place.remove() }
    try await makeThree()
    let store = try TrialStore(path: path("a"))
    let id = TrialRecord.make("three").id
    #expect(try await store.claim(id, owner: "me", now: 100, until: 220))
    let before = try dump(ofStoreAt: path("a"))
    let error = await #expect(throws: StoreError.self) { try await merge("a", ["bb"], now: 150) }
    #expect(error?.code == .busy)
    #expect(try dump(ofStoreAt: path("a")) == before)
    #expect(try await merge("a", ["bb"], now: 300).trials == 4)
    try store.close()
  }

  @Test func whatARunMaySpendInAllDoesNotTellPlansApart() async throws {
    defer { place.remove() }
    for (name, plan) in [
      ("a", #"{"groups":[1]}"#), ("bb", #"{"groups":[1],"run_budget":{"calls":9}}"#),
      ("ccc", #"{"groups":[2]}"#),
    ] {
      let store = try TrialStore(path: path(name))
      var run = RunRecord.make("run-\(name)")
      run.plan = plan
      run.planDigest = ContentDigest(of: try JSONValue(parsing: plan))
      try await store.beginRun(run, trials: [TrialRecord.make(name, runID: run.id)])
      try store.close()
    }
    #expect(try await merge("all", ["a", "bb"]).trials == 2)
    let error = await #expect(throws: StoreError.self) { try await merge("all", ["ccc"]) }
    #expect(error?.code == .severalPlans)
  }

  @Test func rowsThatOneOfSeveralRunsSealedAreNoFaultAndChangedOnesAre() async throws {
    defer { place.remove() }
    try await makeStore("a", [("one", .complete)])
    try await makeStore("bb", [("one", .complete)], answer: "other")
    #expect(try await merge("all", ["a", "bb"]).differing.count == 1)
    func faults() async throws -> [StoreFault] {
      let store = try TrialStore(path: path("all"), access: .reading)
      defer { try? store.close() }
      return try await store.faults().filter { $0.subject.hasPrefix("s:one ") }
    }
    #expect(try await faults().isEmpty)
    let queue = try DatabaseQueue(path: path("all"))
    try await queue.write { db in try db.execute(sql: "UPDATE evaluation SET answer = 'better'") }
    try queue.close()
    #expect(try await faults().count == 1)
  }
}
