// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Prices that rise and fall by percentages.
struct Percentages: ProblemFamily {
  let stepCounts = 2...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    guard steps > 2 else { return share(from: &stream) }
    let thing = stream.element(of: StoryWords.goods)
    var price = 20 * stream.integer(in: 2...60)
    var problem = WordProblem("A set of \(thing) costs $\(price).")
    let changes = (1...steps / 3).filter { steps - 3 * $0 <= 2 }
    guard let changeCount = changes.first else { return nil }
    for _ in 0..<changeCount {
      let percentage = 5 * stream.integer(in: 1...10)
      let rises = stream.chance(50)
      problem.tell("The price \(rises ? "rises" : "falls") by \(percentage) percent.")
      let change = problem.sheet.quotient(problem.sheet.product(price, percentage), 100)
      price =
        rises ? problem.sheet.sum(price, change) : problem.sheet.difference(price, change)
    }
    let extras = steps - 3 * changeCount
    if extras >= 1 {
      let discount = stream.integer(in: 1...9)
      problem.tell("With a club card it is $\(discount) cheaper than that.")
      price = problem.sheet.difference(price, discount)
    }
    guard extras == 2 else {
      problem.ask("How many dollars does a set of \(thing) cost now?", price)
      return problem
    }
    let count = stream.integer(in: 2...8)
    problem.ask(
      "How many dollars do \(count) sets of \(thing) cost now?",
      problem.sheet.product(count, price))
    return problem
  }

  private func share(from stream: inout SeededStream) -> WordProblem {
    let members = 20 * stream.integer(in: 2...50)
    let percentage = 5 * stream.integer(in: 1...19)
    var problem = WordProblem(
      "A club has \(members) members.", "Of the members, \(percentage) percent are children.")
    problem.ask(
      "How many children are members of the club?",
      problem.sheet.quotient(problem.sheet.product(members, percentage), 100))
    return problem
  }
}
