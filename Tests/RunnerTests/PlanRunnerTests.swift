// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import LanguageModels
import OPTO
import Runner
import Synchronization
import Testing
import TrialRecords

@Suite(.serialized)
struct PlanRunnerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func theSameRunAgainAsksNoModelAndChangesNoRow() async throws {
    let world = ScriptedWorld()
    let plan = try smallPlan(optimizers: ["noop", "random", "optoprime"])
    let path = folder.file("store")
    let first = try await world.run(plan, storeAt: path, runID: "one")
    #expect(first.isComplete)
    #expect(first.completed == 3)
    let calls = world.answered.load(ordering: .relaxed)
    #expect(calls > 0)
    let rowsBefore = try await rows(ofStoreAt: path)
    let second = try await world.run(plan, storeAt: path, runID: "two")
    #expect(second.alreadyComplete == 3)
    #expect(world.answered.load(ordering: .relaxed) == calls)
    #expect(try await rows(ofStoreAt: path) == rowsBefore)
  }

  @Test func rowsDoNotDependOnTheNumberOfJobs() async throws {
    for jobs in [1, 8] {
      _ = try await ScriptedWorld().run(
        try smallPlan(optimizers: ["noop", "random", "optoprime"], seeds: 2, jobs: jobs),
        storeAt: folder.file("jobs-\(jobs)"), runID: "run")
    }
    let alone = try await rows(ofStoreAt: folder.file("jobs-1"))
    #expect(alone.count > 100)
    #expect(try await rows(ofStoreAt: folder.file("jobs-8")) == alone)
  }

  @Test func oneAnswerServesAllTrialsThatAskForIt() async throws {
    let world = ScriptedWorld()
    let path = folder.file("store")
    _ = try await world.run(
      try smallPlan(optimizers: ["noop", "optoprime"], jobs: 4), storeAt: path, runID: "run")
    let store = try TrialStore(path: path, access: .reading)
    var live: [String] = []
    for trial in try await store.trials() {
      live += try await store.modelCalls(of: trial.id).filter { $0.source == .live }
        .map { $0.requestDigest.hex }
    }
    #expect(Set(live).count == live.count)
    #expect(live.count == world.answered.load(ordering: .relaxed))
  }

  @Test(arguments: [0, 0.2, 0.5, 0.9])
  func anInterruptedRunEndsWithTheRowsOfAnUndisturbedOneAndPaysNothingTwice(
    part: Double
  ) async throws {
    let plan = try smallPlan()
    let undisturbed = ScriptedWorld()
    _ = try await undisturbed.run(plan, storeAt: folder.file("a"), runID: "run")
    let stopAfter = Int(part * Double(undisturbed.answered.load(ordering: .relaxed)))

    let stop = Mutex<(@Sendable () -> Void)?>(nil)
    let world = ScriptedWorld { count in
      if count == stopAfter { stop.withLock { $0?() } }
    }
    let path = folder.file("b")
    let task = Task { try await world.run(plan, storeAt: path, runID: "one") }
    stop.withLock { $0 = { task.cancel() } }
    let outcome = await task.result
    stop.withLock { $0 = nil }
    #expect(throws: CancellationError.self) { try outcome.get() }
    let again = try await world.run(plan, storeAt: path, runID: "two")
    #expect(again.isComplete)
    #expect(try await rows(ofStoreAt: path) == rows(ofStoreAt: folder.file("a")))
    let paid = world.answered.load(ordering: .relaxed)
    #expect(paid <= undisturbed.answered.load(ordering: .relaxed) + 1)
  }

  @Test(arguments: [1, 4])
  func aFailedModelFailsTheTrialWithoutAScoreAndTheNextRunCompletesIt(jobs: Int) async throws {
    let world = ScriptedWorld()
    world.failsAfter.store(7, ordering: .relaxed)
    let plan = try smallPlan(optimizers: ["noop"], jobs: jobs)
    let path = folder.file("store")
    let summary = try await world.run(plan, storeAt: path, runID: "one")
    #expect(!summary.isComplete)
    #expect(summary.failures.first?.message.contains("the world is out of order") == true)
    do {
      let store = try TrialStore(path: path, access: .reading)
      let trial = try #require(try await store.trials().first)
      #expect(trial.state == .failed)
      let failed = try await store.evaluations(of: trial.id).filter { $0.outcome == .modelError }
      #expect((1...jobs).contains(failed.count))
      #expect(failed.allSatisfy { $0.score == nil && $0.error?.contains("out of order") == true })
    }
    world.failsAfter.store(-1, ordering: .relaxed)
    #expect(try await world.run(plan, storeAt: path, runID: "two").isComplete)
    _ = try await ScriptedWorld().run(plan, storeAt: folder.file("a"), runID: "run")
    #expect(try await rows(ofStoreAt: path) == rows(ofStoreAt: folder.file("a")))
  }

  @Test func aRunThatCannotGoOnLeavesTheReasonBesideItsTrials() async throws {
    let store = try TrialStore(path: folder.file("store"))
    let error = await #expect(throws: LanguageModelError.self) {
      _ = try await smallPlan(optimizers: ["noop"]).run(in: store, asking: nil)
    }
    let results = try await store.results(ofRun: "run")
    #expect(results.notes.map(\.kind) == [.failure])
    #expect(results.notes.map(\.message) == [error.map { "\($0)" }])
    #expect(results.notes.first?.message.contains("there is no model here") == true)
    #expect(results.runs.map(\.finishedAt) == [nil])
    #expect(results.trials.map(\.state) == [.waiting])
  }

  @Test func afterFailuresOnThreeTasksInARowTheRestIsNotTried() async throws {
    let world = ScriptedWorld()
    world.failsAfter.store(0, ordering: .relaxed)
    let plan = try smallPlan(
      tasks: ["navigate", "word_sorting", "object_counting", "web_of_lies"],
      optimizers: ["noop", "random"])
    let summary = try await world.run(plan, storeAt: folder.file("store"), runID: "one")
    #expect(summary.failures.count == 5)
    #expect(summary.untried == 3)
  }

  @Test func blindRewritesDifferFromTaskToTask() async throws {
    let path = folder.file("store")
    _ = try await ScriptedWorld().run(
      try smallPlan(tasks: ["navigate", "word_sorting"], optimizers: ["random"]), storeAt: path,
      runID: "run")
    let store = try TrialStore(path: path, access: .reading)
    var requests: [Set<String>] = []
    for trial in try await store.trials() {
      let calls = try await store.modelCalls(of: trial.id).filter { $0.role == .optimizer }
      requests.append(Set(calls.map { $0.requestDigest.hex }))
    }
    #expect(requests.count == 2)
    #expect(requests[0].isDisjoint(with: requests[1]))
  }

  @Test func aTrialOfALivingProcessIsLeftToItAndOneOfADeadProcessIsTakenOver() async throws {
    let plan = try smallPlan(optimizers: ["noop"])
    let path = folder.file("store")
    _ = try await ScriptedWorld().run(plan, storeAt: folder.file("a"), runID: "run")
    let id = try #require(try await TrialStore(path: folder.file("a")).trials().first?.id)

    let world = ScriptedWorld()
    world.failsAfter.store(0, ordering: .relaxed)
    _ = try await world.run(plan, storeAt: path, runID: "one")
    world.failsAfter.store(-1, ordering: .relaxed)
    let store = try TrialStore(path: path)
    let own = LeaseHolder.current()
    #expect(try await store.claim(id, owner: "elsewhere 1 1", now: 0, until: 1e12))
    #expect(try await world.run(plan, storeAt: path, runID: "two").taken == 1)
    try await store.release(id, owner: "elsewhere 1 1")

    let host = own.name.split(separator: " ")[0]
    #expect(try await store.claim(id, owner: "\(host) 4194305 7", now: 0, until: 1e12))
    #expect(try await world.run(plan, storeAt: path, runID: "three").completed == 1)
  }

  @Test func aTrialThatAnotherProcessHasCompletedByTheEndIsComplete() async throws {
    let plan = try smallPlan(optimizers: ["noop", "random"])
    let store = try TrialStore(path: folder.file("store"))
    let planned = try await TrialPlanner(plan).trials(inRun: "elsewhere").map(\.record)
    let run = RunRecord(
      id: "elsewhere", createdAt: "", commandLine: "bench", plan: "{}",
      planDigest: ContentDigest(of: ""), benchVersion: "test", machine: "{}")
    try await store.beginRun(run, trials: planned)
    let (noop, other) = (planned[0].id, "elsewhere 1 1")
    #expect(try await store.claim(noop, owner: other, now: 0, until: 1e12))
    let started = Atomic<Bool>(false)
    let model = ScriptedLanguageModel(identity: ModelIdentity(provider: "scripted", model: "world"))
    { (_, _) async throws(LanguageModelError) in
      guard !started.exchange(true, ordering: .relaxed) else { return "Answer: 4" }
      let state = StateRecord(digest: ContentDigest(of: "{}"), values: "{}")
      let ending = TrialEnding(
        stopReason: "noChange", initial: state, selected: state, final: state, stepCount: 0)
      do {
        _ = try await store.begin(noop, owner: other)
        try await store.complete(noop, with: ending, owner: other)
        try await store.release(noop, owner: other)
      } catch {
        throw LanguageModelError(.serverFailed, "\(error)")
      }
      return "Answer: 4"
    }
    let summary = try await plan.run(in: store, asking: model)
    #expect(summary.completed == 1)
    #expect(summary.completedElsewhere == 1)
    #expect(summary.taken == 0)
    #expect(summary.isComplete)
    #expect(try await store.results(ofRun: "run").trials.allSatisfy { $0.state == .complete })
  }

  @Test func anotherBudgetIsAnotherTrial() async throws {
    let path = folder.file("store")
    for (index, budget) in [Budget(), Budget(steps: 1)].enumerated() {
      let summary = try await ScriptedWorld().run(
        try smallPlan(optimizers: ["optoprime"], budget: budget), storeAt: path, runID: "\(index)")
      #expect(summary.completed == 1)
    }
    let counts = try await TrialStore(path: path).trials().map(\.stepCount).sorted()
    #expect(counts.count == 2)
    #expect(counts.first == 1)
  }
}
