// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CodeExecution
import OPTO
import Runner
import Testing
import Training
import TrialRecords

/// What a plan may cost, beside what it then costs.
@Suite(.serialized)
struct PlanForecastTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func forecast(
    _ plan: RunPlan, _ selection: TrialSelection = TrialSelection(), store: TrialStore? = nil
  ) async throws -> PlanForecast {
    try await PlanForecast(of: plan, selection: selection, store: store) {
      try await PythonSandbox.start()
    }
  }

  @Test func aPassAsksForNoMoreThanItsForecast() async throws {
    let plan = try smallPlan(optimizers: ["noop", "optoprime"], seeds: 2)
    let forecast = try await forecast(plan)
    #expect(forecast.rows.map(\.trials) == [2, 2])
    let optoprime = forecast.rows[1].forecast
    // Quick: 5 training examples, 2 steps, 4 validation and 20 test examples.
    #expect(optoprime.steps == 2)
    #expect(optoprime.evaluations == 2 * 5 + 3 * 4 + 2 * 20)
    #expect(optoprime.taskCalls == optoprime.evaluations)
    #expect(optoprime.optimizerCalls == 2)
    #expect(optoprime.optimizerCompletionTokens == 2 * 640)
    #expect(forecast.rows[0].forecast.optimizerCalls == 0)

    _ = try await ScriptedWorld().run(plan, storeAt: folder.file("store"), runID: "run")
    let store = try TrialStore(path: folder.file("store"), access: .reading)
    for trial in try await store.trials() {
      let row = try #require(forecast.rows.first { $0.example.optimizer == trial.optimizer })
      let evaluations = try await store.evaluations(of: trial.id).count
      #expect(evaluations <= row.forecast.evaluations ?? 0)
      for role in ModelCallRecord.Role.allCases {
        let calls = try await store.modelCalls(of: trial.id).filter { $0.role == role }
        let bound = role == .task ? row.forecast.taskCalls : row.forecast.optimizerCalls
        #expect(calls.count <= bound ?? 0)
        let promptTokens = calls.compactMap(\.promptTokens).reduce(0, +)
        let estimate =
          (role == .task ? row.forecast.taskPromptTokens : row.forecast.optimizerPromptTokens) ?? 0
        // The estimate is for the most calls; for those made it is right to a third.
        let scaled = Double(estimate) * Double(calls.count) / Double(max(1, bound ?? 0))
        #expect(abs(Double(promptTokens) - scaled) <= scaled / 3, "\(role) \(trial.optimizer)")
      }
    }
    let after = try await self.forecast(plan, store: store)
    #expect(after.rows.isEmpty)
    #expect(after.leftOut == 4)
    #expect(after.total(\.taskCalls) == 0)
  }

  @Test(arguments: [Budget(steps: 1), Budget(modelCalls: 3), Budget(evaluations: 4)])
  func aBudgetLowersTheForecastAndIsStillHeld(budget: Budget) async throws {
    let free = try await forecast(try smallPlan(optimizers: ["optoprime"]))
    let plan = try smallPlan(optimizers: ["optoprime"], budget: budget)
    let bound = try await forecast(plan).rows[0].forecast
    let calls = (bound.taskCalls ?? .max) + (bound.optimizerCalls ?? 0)
    #expect(calls < free.total { ($0.taskCalls ?? 0) + ($0.optimizerCalls ?? 0) } ?? 0)
    let path = folder.file("store")
    _ = try await ScriptedWorld().run(plan, storeAt: path, runID: "run")
    let store = try TrialStore(path: path, access: .reading)
    let id = try #require(try await store.trials().first?.id)
    #expect(try await store.modelCalls(of: id).count <= calls)
    #expect(try await store.evaluations(of: id).count <= bound.evaluations ?? 0)
  }

  @Test(arguments: ["minibatch", "gepa", "priority"])
  func anUpdateOnABatchAsksForNoMoreThanItsForecast(course: String) async throws {
    var request = PlanRequest(
      suite: "gsm8k", optimizers: ["textgrad", "optoprime-small", "opro"], models: [.scripted])
    request.protocols = ["\(course):validation=3+test=2"]
    let plan = try request.plan()
    let rows = try await forecast(plan).rows
    _ = try await ScriptedWorld().run(plan, storeAt: folder.file("store"), runID: "run")
    let store = try TrialStore(path: folder.file("store"), access: .reading)
    for trial in try await store.trials() {
      let row = try #require(rows.first { $0.example.optimizer == trial.optimizer })
      let calls = try await store.modelCalls(of: trial.id)
      let bound = try #require(row.forecast.optimizerCalls)
      let asked = calls.count { $0.role == .optimizer }
      #expect(asked > 0 && asked <= bound, "\(trial.optimizer) \(asked) \(bound)")
      #expect(calls.count { $0.role == .task } <= row.forecast.taskCalls ?? 0)
      guard trial.optimizer == "textgrad" else { continue }
      // Criticism of each of three answers and of the instruction behind each, a summary, an update.
      #expect(bound == 8 * (3 + 3 + 1 + 1))
    }
  }

  @Test(arguments: ["quick:validation=2+test=2", "minibatch:validation=2+test=2+steps=4"])
  func anUpdateOfSeveralParametersAsksForNoMoreThanItsForecast(schedule: String) async throws {
    var request = PlanRequest(
      suite: "bbh", tasks: ["object_counting"], optimizers: ["textgrad"], models: [.scripted])
    request.protocols = [schedule]
    let plan = try request.plan()
    let bound = try #require(try await forecast(plan).rows[0].forecast.optimizerCalls)
    _ = try await ScriptedWorld().run(plan, storeAt: folder.file("store"), runID: "run")
    let store = try TrialStore(path: folder.file("store"), access: .reading)
    let trial = try #require(try await store.trials().first)
    let asked = try await store.modelCalls(of: trial.id).count { $0.role == .optimizer }
    #expect(asked > 0 && asked <= bound, "\(asked) \(bound)")
  }

  @Test func aBatchIsNoLargerThanItsExamples() async throws {
    var request = PlanRequest(suite: "gsm8k", optimizers: ["textgrad"], models: [.scripted])
    request.protocols = ["minibatch:train=2+steps=1"]
    #expect(try await forecast(try request.plan()).total(\.optimizerCalls) == 2 + 2 + 1 + 1)
  }

  @Test func theLongestRequestIsThatOfTheLongestPrompt() async throws {
    let forecast = try await forecast(try smallPlan(optimizers: ["noop", "optoprime"]))
    let (noop, optoprime) = (forecast.rows[0].forecast, forecast.rows[1].forecast)
    let perQuestion = try #require(noop.taskPromptTokens) / #require(noop.taskCalls)
    #expect(noop.longestRequest == perQuestion)
    let perUpdate =
      try #require(optoprime.optimizerPromptTokens) / #require(optoprime.optimizerCalls)
    #expect(optoprime.longestRequest == perUpdate)
    #expect(perUpdate > perQuestion)
    #expect(forecast.longestRequest == perUpdate)
  }

  @Test func aSearchWithoutModelsAsksForNone() async throws {
    var request = PlanRequest(
      suite: "numerical", tasks: ["program-nontrivial"], optimizers: ["random"],
      models: [.scripted])
    request.budgets = [Budget(steps: 4)]
    request.seeds = [0, 1, 2]
    let forecast = try await forecast(try request.plan())
    #expect(forecast.rows.map(\.trials) == [3])
    #expect(forecast.rows[0].forecast.steps == 4)
    #expect(forecast.total(\.taskCalls) == 0)
    #expect(forecast.total(\.optimizerCalls) == 0)
    #expect(forecast.cost { _ in nil } == 0)
  }

  @Test func moneyIsTheTokensTimesTheirPricesWhereTheyAreKnown() async throws {
    let forecast = try await forecast(try smallPlan(optimizers: ["optoprime"], seeds: 2))
    let each = forecast.rows[0].forecast
    let prompt = Double((each.taskPromptTokens ?? 0) + (each.optimizerPromptTokens ?? 0))
    let completion = Double(
      (each.taskCompletionTokens ?? 0) + (each.optimizerCompletionTokens ?? 0))
    let cost = try #require(forecast.cost { _ in (prompt: 2, completion: 10) })
    #expect(abs(cost - 2 * (prompt * 2 + completion * 10) / 1e6) < 1e-9)
    #expect(forecast.cost { _ in nil } == nil)
  }

  @Test(arguments: [
    Budget(steps: 1_000_000_000_000), Budget(modelCalls: 1_000_000_000_000),
    Budget(evaluations: 1_000_000_000_000), Budget(tokens: 1_000_000_000_000),
  ])
  func theLargestLimitsHaveAForecast(budget: Budget) async throws {
    for course in ["quick", "minibatch", "priority", "gepa"] {
      var request = PlanRequest(
        tasks: ["object_counting"], optimizers: ["optoprime"], models: [.scripted])
      request.protocols = [course]
      request.budgets = [budget]
      request.seeds = [0, 1, 2]
      let forecast = try await forecast(try request.plan())
      #expect(forecast.total(\.taskPromptTokens) ?? .max > 0)
    }
  }
}
