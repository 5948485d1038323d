// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Buying several things, perhaps with a coupon and change.
struct Shopping: ProblemFamily {
  let stepCounts = 1...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let kinds = (max(1, (steps - 1) / 2)...((steps + 1) / 2)).filter { steps - (2 * $0 - 1) <= 2 }
    guard !kinds.isEmpty else { return nil }
    let kindCount = stream.element(of: kinds)
    let extras = steps - (2 * kindCount - 1)
    let name = stream.element(of: StoryWords.people)
    var problem = WordProblem("\(name) goes to a shop.")
    var costs: [Int] = []
    for thing in stream.sample(kindCount, of: StoryWords.goods) {
      let (count, price) = (stream.integer(in: 2...9), stream.integer(in: 2...25))
      problem.tell("\(name) buys \(count) \(thing) at $\(price) each.")
      costs.append(problem.sheet.product(count, price))
    }
    var bill = problem.sheet.total(costs)
    let hasCoupon = extras == 2 || (extras == 1 && stream.chance(50))
    if hasCoupon {
      let coupon = stream.integer(in: 1...9)
      problem.tell("A coupon takes $\(coupon) off the bill.")
      bill = problem.sheet.difference(bill, coupon)
    }
    guard extras == 2 || (extras == 1 && !hasCoupon) else {
      problem.ask("How many dollars does \(name) have to pay?", bill)
      return problem
    }
    let handed = (bill / 50 + 1) * 50
    problem.tell("\(name) hands over $\(handed).")
    problem.ask(
      "How many dollars does \(name) get back?", problem.sheet.difference(handed, bill))
    return problem
  }
}
