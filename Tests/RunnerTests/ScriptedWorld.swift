// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import LanguageModels
import OPTO
import Runner
import Synchronization
import TrialRecords

/// A model that answers task questions with a number and optimizers with a suggestion, or fails.
final class ScriptedWorld: Sendable {
  /// Calls that reached the model and were answered.
  let answered = Atomic<Int>(0)
  /// Calls after which the model fails, or a number below 0 for never.
  let failsAfter = Atomic<Int>(-1)
  /// Is told before each answer how many calls were answered so far.
  let beforeAnswer: @Sendable (Int) -> Void

  init(beforeAnswer: @escaping @Sendable (Int) -> Void = { _ in }) {
    self.beforeAnswer = beforeAnswer
  }

  var model: ScriptedLanguageModel {
    ScriptedLanguageModel(identity: ModelIdentity(provider: "scripted", model: "world")) {
      (request, _) async throws(LanguageModelError) -> String in
      let count = self.answered.load(ordering: .relaxed)
      self.beforeAnswer(count)
      let limit = self.failsAfter.load(ordering: .relaxed)
      guard limit < 0 || count < limit else {
        throw LanguageModelError(.serverFailed, "the world is out of order", attempts: 1)
      }
      self.answered.add(1, ordering: .relaxed)
      return Self.text(for: request)
    }
  }

  /// A text that depends on the request alone, so that answers do not depend on their order.
  private static func text(for request: ModelRequest) -> String {
    let digest = request.digest.hex.utf8.reduce(0) { $0 + Int($1) }
    guard case .text = request.answerFormat else {
      let template = #"Think, then answer. Variant \#(digest % 7).\n{question}\nAnswer:"#
      let names = ["prompt_template0", "prompt_template", "instruction0", "instruction"]
      let shown = request.messages.map(\.content).joined()
      let name = names.first { shown.contains($0) } ?? names[1]
      return #"{"reasoning":"r","answer":"","suggestion":{"\#(name)":"\#(template)"}}"#
    }
    if request.messages.contains(where: { $0.content.contains("<IMPROVED_VARIABLE>") }) {
      return "<IMPROVED_VARIABLE>Think twice. Variant \(digest % 97).</IMPROVED_VARIABLE>"
    }
    return "Let me see. Answer: \(digest % 4 + 2)"
  }

  /// Runs a plan.
  func run(
    _ plan: RunPlan, storeAt path: String, runID: String, clock: Double = 1_700_000_000,
    recording: TrialStore? = nil,
    onEvent: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async throws -> RunSummary {
    let store = try TrialStore(path: path)
    defer { try? store.close() }
    let model = model
    let runner = PlanRunner(
      plan: plan, store: store,
      surroundings: PlanRunner.Surroundings(
        runID: runID, commandLine: "bench", benchVersion: "test", machine: "{}", now: { clock },
        makeModels: { _ in RunModels([model], areLocal: false) },
        makeSandbox: { try await PythonSandbox.start() }, recording: recording),
      onEvent: onEvent)
    return try await runner.run()
  }
}

extension RunPlan {
  /// Runs the plan with one model for everything, or where no model is to be had.
  func run(in store: TrialStore, asking model: (any LanguageModel)?) async throws -> RunSummary {
    try await PlanRunner(
      plan: self, store: store,
      surroundings: PlanRunner.Surroundings(
        runID: "run", commandLine: "bench", benchVersion: "test", machine: "{}",
        now: { 1_700_000_000 },
        makeModels: { _ in
          guard let model else {
            throw LanguageModelError(.notReady, "there is no model here")
          }
          return RunModels([model], areLocal: false)
        },
        makeSandbox: { try await PythonSandbox.start() }),
      onEvent: { _ in }
    ).run()
  }
}

extension ModelPair {
  /// The scripted model for everything.
  static let scripted = ModelPair(task: "scripted/world", optimizer: "scripted/world")
}

/// A small plan on generated BBH items.
func smallPlan(
  tasks: [String] = ["object_counting"], optimizers: [String] = ["noop", "optoprime"],
  seeds: Int = 1, jobs: Int = 1, budget: Budget = Budget(), runBudget: Budget = Budget(),
  prices: PriceTable = PriceTable()
) throws -> RunPlan {
  var request = PlanRequest(tasks: tasks, optimizers: optimizers, models: [.scripted])
  request.seeds = Array(0..<UInt64(seeds))
  request.budgets = [budget]
  return try request.plan(jobs: jobs, spending: RunSpending(budget: runBudget, prices: prices))
}

/// All rows of a store as text, without what may differ between equal runs: numbers that the store
/// gives, run names, latencies, whether an answer came from the store, and calls of an earlier
/// attempt that the trial did not need again.
func rows(ofStoreAt path: String) async throws -> [String] {
  let store = try TrialStore(path: path, access: .reading)
  defer { try? store.close() }
  var rows: [String] = []
  for trial in try await store.trials() {
    rows.append(
      "\(trial.task) \(trial.optimizer) \(trial.seed) \(trial.state) \(trial.stopReason ?? "-") "
        + "\(trial.selectedStateDigest?.shortHex ?? "-") \(trial.stepCount)")
    for row in try await store.evaluations(of: trial.id) {
      rows.append(
        " \(row.sequence) \(row.step) \(row.phase) \(row.exampleID) \(row.stateDigest.shortHex) "
          + "\(row.outcome) \(row.score.map { "\($0)" } ?? "-") \(row.answer) \(row.feedback)")
    }
    for row in try await store.steps(of: trial.id) {
      rows.append(" step \(row.index) \(row.outcome) \(row.afterDigest.shortHex) \(row.proposal)")
    }
    for call in try await store.modelCalls(of: trial.id) where call.sequence != nil {
      rows.append(
        " call \(call.role) \(call.sequence ?? -1) "
          + "\(call.requestDigest.shortHex) \(call.answer ?? "no answer")")
    }
  }
  return rows
}
