// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import LanguageModels
import OPTO
import Runner
import Testing
import TrialRecords

/// Runs of the suite of programs with faults, from the plan to the rows.
@Suite(.serialized)
struct CodeDebuggingRunTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What a model suggests in turn: code that is worse, code that is right.
  private static let suggestions = [
    #"def strange_sort_list(numbers):\n    return numbers[0]"#,
    #"def strange_sort_list(numbers):\n    low = sorted(numbers)\n    "#
      + #"return [low.pop(-(i % 2)) for i in range(len(low))]"#,
  ]

  private func run(_ optimizers: [String], storeAt path: String) async throws -> RunSummary {
    let request = PlanRequest(
      suite: "code", tasks: ["strange_sort_list"], optimizers: optimizers,
      models: [ModelPair(task: "scripted/list", optimizer: "scripted/list")])
    let store = try TrialStore(path: path)
    defer { try? store.close() }
    let model = ScriptedLanguageModel(
      answers: Self.suggestions.map { #"{"suggestion":{"strange_sort_list0":"\#($0)"}}"# })
    return try await request.plan(jobs: 1).run(in: store, asking: model)
  }

  @Test func anOptimizerRepairsAProgramByItsVisibleTestsAndIsTestedOnHiddenOnes() async throws {
    let path = folder.file("store")
    #expect(try await run(["optoprime"], storeAt: path).isComplete)
    let store = try TrialStore(path: path, access: .reading)
    let trial = try #require(try await store.trials().first)
    #expect(trial.stopReason == "targetReached")
    #expect(trial.stepCount == 2)
    #expect(try await store.steps(of: trial.id).map(\.outcome) == [.updated, .updated])
    let rows = try await store.evaluations(of: trial.id)
    #expect(
      rows.filter { $0.phase == .training }.map(\.exampleID)
        == Array(
          repeating: "visible tests", count: 3))
    let tested = rows.filter { $0.phase != .training }
    #expect(tested.map(\.exampleID) == ["hidden tests", "hidden tests"])
    #expect(tested.map(\.outcome) == [.incorrect, .correct])
    // Nothing that an optimizer was told comes from the hidden tests.
    #expect(
      rows.filter { $0.phase == .training }.allSatisfy { $0.answer.hasSuffix("5 tests pass.") })
  }

  @Test func theControlRepairsNothingAndTheReferenceEverything() async throws {
    let path = folder.file("store")
    #expect(try await run(["noop", "correct"], storeAt: path).isComplete)
    let store = try TrialStore(path: path, access: .reading)
    for trial in try await store.trials() {
      let rows = try await store.evaluations(of: trial.id)
      let isReference = trial.optimizer == "correct"
      #expect(rows.contains { $0.phase == .selected && $0.outcome == .correct } == isReference)
      #expect(rows.first { $0.phase == .initial }?.outcome == .incorrect)
    }
  }
}
