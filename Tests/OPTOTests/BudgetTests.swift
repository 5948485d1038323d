// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Testing

struct BudgetTests {
  @Test func limitsAreReadByName() throws {
    let budget = try Budget(parsing: "steps=3,calls=100,tokens=0,evaluations=7")
    #expect(budget == Budget(steps: 3, evaluations: 7, modelCalls: 100, tokens: 0))
  }

  @Test(arguments: ["", "steps", "steps=-1", "steps=1.5", "money=3", "steps=1,steps=2", "steps=1,"])
  func whatIsNoBudgetIsRefused(text: String) {
    #expect(throws: Budget.ParseError.self) { try Budget(parsing: text) }
  }

  @Test func aReachedLimitAllowsNothingMore() {
    let counter = UsageCounter()
    var usage = Usage()
    let budget = Budget(modelCalls: 2, tokens: 100)
    for tokens in [10, 20] {
      counter.fill(&usage)
      #expect(budget.allows(usage))
      counter.add(tokens: tokens)
    }
    counter.fill(&usage)
    #expect(usage.tokens == 30)
    #expect(!budget.allows(usage))
    #expect(!Budget(steps: 0).allows(Usage()))
    #expect(Budget().allows(usage))
  }
}
