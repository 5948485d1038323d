// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Synchronization
import Testing

struct BudgetTests {
  @Test func limitsAreReadByName() throws {
    let budget = try Budget(
      parsing: "steps=3,calls=100,tokens=0,evaluations=7,money=2.50,time=1.5h")
    #expect(
      budget
        == Budget(
          steps: 3, evaluations: 7, modelCalls: 100, tokens: 0, money: 2.5, seconds: 5400))
    #expect(try Budget(parsing: "time=90s").seconds == 90)
    #expect(try Budget(parsing: "time=2m").seconds == 120)
  }

  @Test(arguments: [
    "calls=1000000000001", "money=1000000000001", "time=300000000h", "steps=9223372036854775807",
    "", "steps", "steps=-1", "steps=1.5", "gold=3", "steps=1,steps=2", "steps=1,", "money=-1",
    "money=1e9", "money=nan", "money=", "time=30", "time=m", "time=1d", "time=-1s", "calls=1.0",
  ])
  func whatIsNoBudgetIsRefused(text: String) {
    #expect(throws: Budget.ParseError.self) { try Budget(parsing: text) }
  }

  @Test func onlyNamesThatMakeSenseAreTaken() {
    let error = #expect(throws: Budget.ParseError.self) {
      try Budget(parsing: "steps=1", names: [.calls, .money, .time])
    }
    #expect(error?.description == "there is no limit of 'steps': use calls, money or time")
  }

  @Test func aReachedLimitAllowsNothingMore() {
    let counter = UsageCounter()
    var usage = Usage()
    let budget = Budget(modelCalls: 2, tokens: 100)
    for tokens in [10, 20] {
      counter.fill(&usage)
      #expect(budget.allows(usage))
      counter.add(CallCost(tokens: tokens))
    }
    counter.fill(&usage)
    #expect(usage.tokens == 30)
    #expect(!budget.allows(usage))
    #expect(!Budget(steps: 0).allows(Usage()))
    #expect(Budget().allows(usage))
  }

  @Test func theCallThatCouldBreakALimitIsRefused() {
    let counter = UsageCounter(budget: Budget(tokens: 100))
    #expect(counter.reserve(CallCost(tokens: 60)) == nil)
    counter.settle(CallCost(tokens: 60), as: CallCost(tokens: 35))
    // 35 are spent: 65 fit, 66 do not.
    #expect(counter.reserve(CallCost(tokens: 65)) == nil)
    counter.settle(CallCost(tokens: 65), as: CallCost(tokens: 5))
    #expect(
      counter.reserve(CallCost(tokens: 61))
        == "the budget of 100 tokens leaves 60, and the next call may take 61")
    var usage = Usage()
    counter.fill(&usage)
    #expect(usage.tokens == 40)
    #expect(usage.modelCalls == 2)
  }

  @Test func theFirstRefusalIsFinal() {
    let counter = UsageCounter(budget: Budget(tokens: 100))
    #expect(counter.reserve(CallCost(tokens: 101)) != nil)
    #expect(counter.reserve(CallCost(tokens: 1)) != nil)
    #expect(!counter.allowsMore)
  }

  @Test func callsUnderWayAreHeldAgainstTheBudget() {
    let counter = UsageCounter(budget: Budget(modelCalls: 2))
    #expect(counter.reserve(CallCost(tokens: 1)) == nil)
    #expect(counter.reserve(CallCost(tokens: 1)) == nil)
    #expect(counter.reserve(CallCost(tokens: 1)) == "the budget of 2 calls is spent")
  }

  @Test func whatACancelledCallSetAsideIsGivenBack() {
    let counter = UsageCounter(budget: Budget(modelCalls: 1))
    #expect(counter.reserve(CallCost(tokens: 1)) == nil)
    counter.settle(CallCost(tokens: 1), as: nil)
    #expect(counter.reserve(CallCost(tokens: 1)) == nil)
  }

  @Test func moneyIsCountedToTheMillionthOfAMillionth() {
    let counter = UsageCounter(budget: Budget(money: 0.000003))
    let cost = CallCost(tokens: 1, picodollars: 1_000_000)
    for _ in 0..<3 {
      #expect(counter.reserve(cost) == nil)
      counter.settle(cost, as: cost)
    }
    #expect(
      counter.reserve(CallCost(tokens: 1, picodollars: 2_000_000))
        == "the budget of 3e-06 dollars leaves 0, and the next call may cost 2e-06")
    var usage = Usage()
    counter.fill(&usage)
    #expect(usage.money == 0.000003)
  }

  @Test func timeEndsWithTheClock() {
    let clock = Mutex(1000.0)
    let counter = UsageCounter(budget: Budget(seconds: 60)) { clock.withLock(\.self) }
    #expect(counter.reserve(CallCost(tokens: 1)) == nil)
    clock.withLock { $0 = 1059.9 }
    #expect(counter.reserve(CallCost(tokens: 1)) == nil)
    clock.withLock { $0 = 1060 }
    #expect(counter.reserve(CallCost(tokens: 1)) == "the budget of 60 seconds is spent")
  }
}
