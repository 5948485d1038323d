// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import LanguageModels
import OPTO
import Runner
import Testing
import Training
import TrialRecords

/// Runs of suites whose trials search one instance each.
@Suite(.serialized)
struct SearchRunTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func request(_ suite: String, _ task: String, _ optimizers: [String]) -> PlanRequest {
    var request = PlanRequest(
      suite: suite, tasks: [task], optimizers: optimizers, models: [.scripted])
    request.seeds = [0, 1, 2]
    request.budgets = [Budget(steps: 4)]
    return request
  }

  /// Runs a plan where no model is to be had.
  private func run(_ plan: RunPlan, storeAt path: String) async throws -> RunSummary {
    let store = try TrialStore(path: path)
    defer { try? store.close() }
    return try await plan.run(in: store, asking: nil)
  }

  @Test func aRunInWhichNobodyAsksAModelStartsNone() async throws {
    let path = folder.file("store")
    let plan = try request("numerical", "program-nontrivial", ["noop", "random"]).plan()
    let summary = try await run(plan, storeAt: path)
    #expect(summary.completed == 6)
    let store = try TrialStore(path: path, access: .reading)
    var instances: Set<String> = []
    for trial in try await store.trials() {
      let rows = try await store.evaluations(of: trial.id)
      #expect(Set(rows.map(\.exampleID)).count == 1)
      instances.formUnion(rows.map(\.exampleID))
      #expect(trial.stopReason == "budgetExhausted" || trial.stopReason == "targetReached")
    }
    // Seeds are told apart by their instance, so that statistics do not take them for one item.
    #expect(instances == ["program-0", "program-1", "program-2"])
  }

  @Test func aRunInWhichAnOptimizerAsksAModelNeedsOne() async throws {
    let plan = try request("numerical", "program", ["noop", "optoprime"]).plan()
    await #expect(throws: LanguageModelError.self) {
      try await run(plan, storeAt: folder.file("store"))
    }
  }

  @Test func aReferencePolicyIsTestedBesideTheInitialState() async throws {
    let path = folder.file("store")
    let plan = try request("traffic", "intersection-score", ["scats"]).plan()
    #expect(try await run(plan, storeAt: path).isComplete)
    let store = try TrialStore(path: path, access: .reading)
    for trial in try await store.trials() {
      #expect(trial.stopReason == "terminated")
      let rows = try await store.evaluations(of: trial.id)
      let initial = try #require(rows.first { $0.phase == .initial }?.score)
      let selected = try #require(rows.first { $0.phase == .selected }?.score)
      #expect(selected > initial + 20)
    }
  }

  @Test func protocolsOfOtherSuitesAreUnknown() throws {
    var request = request("numerical", "program", ["noop"])
    request.protocols = ["quick"]
    #expect(throws: PlanError.self) { try request.plan() }
    request.protocols = nil
    #expect(try request.plan().trials.first?.schedule.steps == 10)
  }
}
