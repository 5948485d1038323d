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
struct BudgetedRunTests {
  let folder: TemporaryFolder
  /// A dollar for each million tokens, so that a token costs a millionth of a dollar.
  let prices = PriceTable(
    prices: ["scripted/world": TokenPrice(prompt: 1, completion: 1)])

  init() throws { folder = try TemporaryFolder() }

  private func calls(_ path: String) async throws -> [ModelCallRecord] {
    let store = try TrialStore(path: path, access: .reading)
    defer { try? store.close() }
    var calls: [ModelCallRecord] = []
    for trial in try await store.trials() { calls += try await store.modelCalls(of: trial.id) }
    return calls
  }

  @Test(arguments: [1, 8])
  func aTrialsBudgetEndsTrainingBeforeItIsBroken(jobs: Int) async throws {
    let path = folder.file("store-\(jobs)")
    let plan = try smallPlan(optimizers: ["optoprime"], jobs: jobs, budget: Budget(tokens: 1500))
    #expect(try await ScriptedWorld().run(plan, storeAt: path, runID: "run").isComplete)
    let store = try TrialStore(path: path, access: .reading)
    let trial = try #require(try await store.trials().first)
    #expect(trial.stopReason == "budgetExhausted")
    // Calls of training before the first one that was refused, validation included, stay below.
    let evaluations = try await store.evaluations(of: trial.id)
    let training = Set(evaluations.filter { $0.phase == .training }.map(\.sequence))
    let spent = try await store.modelCalls(of: trial.id).filter { call in
      call.role == .optimizer || training.contains((call.sequence ?? 0) >> 20)
    }
    #expect(spent.reduce(0) { $0 + ($1.promptTokens ?? 0) + ($1.completionTokens ?? 0) } <= 1500)
    #expect(evaluations.allSatisfy { $0.outcome != .modelError })
    #expect(evaluations.count { $0.phase == .initial } == 20)
  }

  @Test func rowsOfABudgetedTrialDoNotDependOnTheNumberOfJobs() async throws {
    for (index, budget) in [Budget(tokens: 2500), Budget(modelCalls: 9)].enumerated() {
      for jobs in [1, 8] {
        let plan = try smallPlan(jobs: jobs, budget: budget)
        _ = try await ScriptedWorld().run(
          plan, storeAt: folder.file("\(index)-\(jobs)"), runID: "run")
      }
      let alone = try await rows(ofStoreAt: folder.file("\(index)-1"))
      #expect(alone.contains { $0.contains("budgetExhausted") })
      #expect(try await rows(ofStoreAt: folder.file("\(index)-8")) == alone)
    }
  }

  @Test(arguments: [1, 4])
  func aRunsBudgetOfCallsIsNeverBrokenAndAnotherOneGoesOn(jobs: Int) async throws {
    let path = folder.file("store")
    let world = ScriptedWorld()
    let limited = try smallPlan(jobs: jobs, runBudget: Budget(modelCalls: 10))
    let summary = try await world.run(limited, storeAt: path, runID: "one")
    #expect(world.answered.load(ordering: .relaxed) == 10)
    #expect(!summary.isComplete)
    #expect(summary.failures.isEmpty)
    #expect(summary.untried + summary.completed == 2)
    #expect(summary.budgetRefusal == "the budget of 10 calls is spent")
    do {
      let store = try TrialStore(path: path, access: .reading)
      #expect(try await store.notes(ofRun: "one").map(\.kind) == [.budget])
      #expect(
        try await store.trials().allSatisfy {
          [.waiting, .stopped].contains($0.state) && $0.error == nil
        })
      for trial in try await store.trials() {
        let evaluations = try await store.evaluations(of: trial.id)
        #expect(evaluations.allSatisfy { $0.outcome != .modelError })
      }
    }
    #expect(try await calls(path).count { $0.source == .live } == 10)
    let second = try await world.run(
      try smallPlan(jobs: jobs, runBudget: Budget(modelCalls: 1000)), storeAt: path, runID: "two")
    #expect(second.isComplete)
    _ = try await ScriptedWorld().run(try smallPlan(), storeAt: folder.file("a"), runID: "run")
    #expect(try await rows(ofStoreAt: path) == rows(ofStoreAt: folder.file("a")))
    let paid = try await calls(path).count { $0.source == .live }
    #expect(world.answered.load(ordering: .relaxed) == paid)
  }

  @Test func aRunsBudgetOfMoneyHoldsByTheEstimateOfEachCall() async throws {
    let path = folder.file("store")
    let plan = try smallPlan(runBudget: Budget(money: 0.003), prices: prices)
    let summary = try await ScriptedWorld().run(plan, storeAt: path, runID: "run")
    #expect(summary.budgetRefusal?.contains("0.003 dollars") == true)
    let spent = try await calls(path).filter { $0.source == .live }
      .reduce(0) { $0 + ($1.promptTokens ?? 0) + ($1.completionTokens ?? 0) }
    #expect(spent > 1000 && spent <= 3000)
  }

  @Test func aRunsBudgetOfTimeBeginsNoTrialAfterItsEnd() async throws {
    let plan = try smallPlan(runBudget: Budget(seconds: 0))
    let world = ScriptedWorld()
    let summary = try await world.run(plan, storeAt: folder.file("store"), runID: "run")
    #expect(summary.untried == 2)
    #expect(summary.budgetRefusal != nil)
    #expect(world.answered.load(ordering: .relaxed) == 0)
  }

  @Test func moneyWithoutAPriceIsRefusedBeforeTheRun() throws {
    for (option, trial, run) in [
      ("--budget", Budget(money: 1), Budget()), ("--run-budget", Budget(), Budget(money: 1)),
    ] {
      var request = PlanRequest(models: [ModelPair(task: "openai/new", optimizer: "local/a")])
      request.budgets = [trial]
      var spending = RunSpending(budget: run)
      let error = #expect(throws: PlanError.self) { try request.plan(spending: spending) }
      #expect(error?.message.hasPrefix("\(option) limits money") == true)
      #expect(error?.message.contains("the price of openai/new is not known") == true)
      #expect(error?.message.contains("--prices") == true)
      spending.prices = PriceTable(prices: ["openai/new": TokenPrice(prompt: 1, completion: 2)])
      _ = try request.plan(spending: spending)
    }
  }

  @Test func pricesAreKeptWithThePlanAndTellTrialsApartOnlyWhereTheyDecide() async throws {
    var ids: [[ContentDigest]] = []
    for (index, limits) in [
      (Budget(), Budget()), (Budget(), Budget(money: 5)), (Budget(money: 5), Budget()),
    ].enumerated() {
      let plan = try smallPlan(
        optimizers: ["noop"], budget: limits.0, runBudget: limits.1, prices: prices)
      let path = folder.file("\(index)")
      _ = try await ScriptedWorld().run(plan, storeAt: path, runID: "run")
      let store = try TrialStore(path: path, access: .reading)
      ids.append(try await store.trials().map(\.id))
      let kept = try #require(try await store.runs().first).plan
      #expect(try JSONValue(parsing: kept)["prices"] != nil || index == 0)
    }
    #expect(ids[0] == ids[1])
    #expect(ids[0] != ids[2])
  }

  @Test func trialsAtOtherPricesHaveRowsOfTheirOwnAndOtherSourcesAreTheSamePrices() async throws {
    let path = folder.file("store")
    func price(_ prompt: Double, _ source: String) -> PriceTable {
      PriceTable(
        prices: ["scripted/world": TokenPrice(prompt: prompt, completion: 1, source: source)])
    }
    for (index, table) in [price(1, "a"), price(1, "b"), price(2, "a")].enumerated() {
      let plan = try smallPlan(optimizers: ["noop"], budget: Budget(money: 5), prices: table)
      let summary = try await ScriptedWorld().run(plan, storeAt: path, runID: "run-\(index)")
      #expect(summary.isComplete)
      #expect(summary.alreadyComplete == (index == 1 ? 1 : 0))
    }
    let store = try TrialStore(path: path, access: .reading)
    #expect(try await store.trials().count == 2)
    #expect(try await Set(store.trials().map(\.protocolSettings)).count == 2)
  }
}
