// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CanonicalJSON
import CodeExecution
import LanguageModels
import OPTO
import Optimizers
import Testing
import Training
import TrialRecords

@testable import Runner

/// Says that it was asked and then waits until its task is cancelled.
private struct WaitingOptimizer: Optimizer {
  let asked: EventLog<Int>

  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    asked.append(1)
    while true { try await Task.sleep(for: .milliseconds(5)) }
  }
}

struct TrialRunnerTests {
  let folder: TemporaryFolder
  let store: TrialStore
  let asked = EventLog<Int>()

  init() throws {
    folder = try TemporaryFolder()
    store = try TrialStore(path: folder.file("store"))
  }

  private func waitingTrial() async throws -> PlannedTrial {
    let asked = asked
    let trial = PlannedTrial(
      specification: TrialSpecification(
        task: TaskID(suite: "counting", name: "nine"), optimizer: "waiting",
        seed: Seed(rawValue: 0), models: .scripted, schedule: .quick),
      task: LoadedTask(
        id: TaskID(suite: "counting", name: "nine"), dataLabel: "generated",
        dataDigest: ContentDigest(of: "").hex, workflowDigest: "",
        parameters: CountingProblem(goal: 9).parameters
      ) { _, _ in CountingProblem(goal: 9) },
      optimizer: OptimizerDescription(
        name: "waiting", summary: "Waits.", source: "test", reads: [], modelUse: .never
      ) { _ in WaitingOptimizer(asked: asked) },
      record: TrialRecord(
        id: ContentDigest(of: "trial"), runID: "run", suite: "counting", task: "nine",
        dataLabel: "generated", dataDigest: ContentDigest(of: ""), optimizer: "waiting", model: "m",
        optimizerModel: "m", protocolName: "quick", seed: 0))
    let run = RunRecord(
      id: "run", createdAt: "", commandLine: "", plan: "{}", planDigest: ContentDigest(of: ""),
      benchVersion: "", machine: "{}")
    try await store.beginRun(run, trials: [trial.record])
    return trial
  }

  @Test func aTrialWhoseRightWasLostEndsWithoutTouchingTheOthersRow() async throws {
    let trial = try await waitingTrial()
    let holder = LeaseHolder(name: "here 1 1", host: "here")
    let model = ScriptedLanguageModel(answers: [])
    let events = EventLog<String>()
    let runner = TrialRunner(
      store: store, models: RunModels([model], areLocal: true), prices: PriceTable(),
      sandbox: try await PythonSandbox.start(), jobs: 1,
      answers: SharedAnswers(store: store, jobs: 1, meter: RunMeter(now: { 0 })), holder: holder,
      now: { 1000 }, leaseInterval: .milliseconds(10),
      onEvent: { event in
        if case .trialTaken = event { events.append("taken") }
        if case .trialFailed = event { events.append("failed") }
      })
    let ending = Task { try await runner.run(trial) }
    for _ in 0..<2000 where asked.values.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    // For the other process the right has run out.
    #expect(try await store.claim(trial.record.id, owner: "there 2 2", now: 1e6, until: 1e9))
    #expect(try await ending.value == .taken)
    #expect(events.values == ["taken"])
    #expect(try await store.trial(trial.record.id)?.state == .running)
    #expect(try await store.leaseOwner(of: trial.record.id) == "there 2 2")
  }
}
