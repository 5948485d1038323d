// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import CodeExecution
import GRDB
import LanguageModels
import OPTO
import Runner
import Synchronization
import Testing
import TrialRecords

@Suite(.serialized)
struct ReplayTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Replays from a store into another with a model that must not be asked.
  private func replay(
    _ plan: RunPlan, from recorded: String, into path: String
  ) async throws -> (RunSummary, [String]) {
    let world = ScriptedWorld()
    world.failsAfter.store(0, ordering: .relaxed)
    let recording = try TrialStore(path: recorded, access: .reading)
    let summary = try await world.run(plan, storeAt: path, runID: "replay", recording: recording)
    #expect(world.answered.load(ordering: .relaxed) == 0)
    let replayed = try TrialStore(path: path, access: .reading)
    let comparison = ReplayComparison(recording: recording, replay: replayed)
    return (summary, try await comparison.differences(inRun: "replay"))
  }

  @Test(arguments: [1, 8])
  func aReplayRepeatsEveryRow(jobs: Int) async throws {
    let recorded = folder.file("recorded")
    let plan = try smallPlan(optimizers: ["noop", "random", "optoprime"], seeds: 2, jobs: jobs)
    _ = try await ScriptedWorld().run(plan, storeAt: recorded, runID: "run")
    let path = folder.file("replayed")
    let (summary, differences) = try await replay(plan, from: recorded, into: path)
    #expect(summary.isComplete)
    #expect(differences.isEmpty)
    #expect(try await rows(ofStoreAt: path) == rows(ofStoreAt: recorded))
  }

  @Test func whatIsStoredIsWhatWasScoredWhateverAModelSays() async throws {
    let recorded = folder.file("recorded")
    let plan = try smallPlan(optimizers: ["optoprime"])
    let model = ScriptedLanguageModel(identity: ModelIdentity(provider: "scripted", model: "world"))
    { (request, _) throws(LanguageModelError) in
      guard case .text = request.answerFormat else {
        return #"{"suggestion":{"prompt_template0":"So\u0000. {question}"}}"#
      }
      return "Let me see.\0 Answer: 4\0"
    }
    let store = try TrialStore(path: recorded)
    #expect(try await plan.run(in: store, asking: model).isComplete)
    let trial = try #require(try await store.trials().first)
    let answers = try await store.evaluations(of: trial.id).map(\.answer)
    #expect(Set(answers) == ["4\u{FFFD}"])
    let sandbox = try await PythonSandbox.start()
    let verifier = StoreVerifier(store, dataDirectory: nil, sandbox: sandbox)
    let faults = try await verifier.verify().faults
    await sandbox.close()
    #expect(faults.isEmpty, "\(faults)")
    try store.close()
    let (summary, differences) = try await replay(
      plan, from: recorded, into: folder.file("replayed"))
    #expect(summary.isComplete)
    #expect(differences.isEmpty, "\(differences)")
  }

  @Test func aReplayOfAFailedTrialFailsWithTheSameWords() async throws {
    let recorded = folder.file("recorded")
    let world = ScriptedWorld()
    world.failsAfter.store(7, ordering: .relaxed)
    let plan = try smallPlan(optimizers: ["noop"])
    _ = try await world.run(plan, storeAt: recorded, runID: "run")
    let path = folder.file("replayed")
    let (summary, differences) = try await replay(plan, from: recorded, into: path)
    #expect(summary.failures.first?.message.contains("the world is out of order") == true)
    #expect(differences.isEmpty)
    #expect(try await rows(ofStoreAt: path) == rows(ofStoreAt: recorded))
  }

  @Test func aCallThatWasNotRecordedFailsWithTrialPlaceAndDigest() async throws {
    let recorded = folder.file("recorded")
    _ = try await ScriptedWorld().run(
      try smallPlan(optimizers: ["noop"]), storeAt: recorded, runID: "run")
    // The initial state's answers are there, the optimizer's are not.
    let (summary, differences) = try await replay(
      try smallPlan(optimizers: ["optoprime"]), from: recorded, into: folder.file("replayed"))
    let message = try #require(summary.failures.first).message
    #expect(message.contains("missingReplay"))
    #expect(message.contains("bbh:object_counting optoprime seed 0, "), "\(message)")
    #expect(
      message.contains(
        /(task call 0 of evaluation|optimizer call 0 of step) \d+, request [0-9a-f]+/))
    #expect(
      differences == [
        "bbh:object_counting optoprime seed 0 differs from the recording: the recording does not have it"
      ])
  }

  @Test func aChangedRowIsNoticed() async throws {
    let recorded = folder.file("recorded")
    let plan = try smallPlan(optimizers: ["noop"])
    _ = try await ScriptedWorld().run(plan, storeAt: recorded, runID: "run")
    let path = folder.file("replayed")
    _ = try await replay(plan, from: recorded, into: path)
    let other = folder.file("other")
    do {
      let store = try TrialStore(path: other)
      let source = try TrialStore(path: path, access: .reading)
      let trial = try #require(try await source.trials().first)
      for state in [trial.initialStateDigest].compactMap(\.self) {
        try await store.save(try #require(try await source.state(state)))
      }
      try await store.beginRun(try #require(try await source.runs().first), trials: [trial])
      for (index, row) in try await source.evaluations(of: trial.id).enumerated() {
        var row = row
        if index == 4 { row.feedback += "!" }
        try await store.append(row)
      }
      try store.close()
    }
    let comparison = ReplayComparison(
      recording: try TrialStore(path: recorded, access: .reading),
      replay: try TrialStore(path: other, access: .reading))
    #expect(
      try await comparison.differences(inRun: "replay") == [
        "bbh:object_counting noop seed 0 differs from the recording: evaluation 4 is another one"
      ])
  }

  private func liveCalls(_ path: String) async throws -> Int {
    let store = try TrialStore(path: path, access: .reading)
    defer { try? store.close() }
    var count = 0
    for trial in try await store.trials() {
      count += try await store.modelCalls(of: trial.id).count { $0.source == .live }
    }
    return count
  }

  /// What a process that is killed in the middle of a replay leaves.
  private func beginAgain(_ path: String) async throws {
    let queue = try DatabaseQueue(path: path)
    try await queue.write { db in
      try db.execute(sql: "UPDATE trial SET state = 'running', rowsDigest = NULL")
    }
    try queue.close()
  }

  @Test func aReplayThatWasKilledAndGoesOnCountsNoCallTwice() async throws {
    let recorded = folder.file("recorded")
    let plan = try smallPlan(seeds: 2)
    _ = try await ScriptedWorld().run(plan, storeAt: recorded, runID: "run")
    let paid = try await liveCalls(recorded)
    let path = folder.file("replayed")
    _ = try await replay(plan, from: recorded, into: path)
    try await beginAgain(path)
    let recording = try TrialStore(path: recorded, access: .reading)
    let summary = try await ScriptedWorld().run(
      plan, storeAt: path, runID: "again", recording: recording)
    #expect(summary.completed == 4)
    #expect(try await liveCalls(path) == paid)
    #expect(try await rows(ofStoreAt: path) == rows(ofStoreAt: recorded))
  }

  @Test func aReplayOfAnInterruptedRunInItsOwnStoreCountsNoCallTwice() async throws {
    let path = folder.file("store")
    let plan = try smallPlan()
    _ = try await ScriptedWorld().run(plan, storeAt: path, runID: "run")
    let complete = try await rows(ofStoreAt: path)
    let paid = try await liveCalls(path)
    for runID in ["one", "two"] {
      try await beginAgain(path)
      let recording = try TrialStore(path: path, access: .reading)
      _ = try await ScriptedWorld().run(plan, storeAt: path, runID: runID, recording: recording)
      #expect(try await liveCalls(path) == paid)
      #expect(try await rows(ofStoreAt: path) == complete)
    }
  }
}
