// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Recipes scaled to other numbers of people, and what has to be bought for them.
struct Recipes: ProblemFamily {
  let stepCounts = 2...5

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let food = stream.element(of: ["flour", "rice", "lentils", "oats", "beans", "sugar"])
    let (people, guests) = (stream.integer(in: 2...8), stream.integer(in: 3...30))
    let portion = 5 * stream.integer(in: 4...40)
    guard people != guests else { return nil }
    var problem = WordProblem(
      "A recipe for \(people) people needs \(portion * people) grams of \(food).")
    let each = problem.sheet.quotient(portion * people, people)
    var grams = problem.sheet.product(each, guests)
    guard steps > 2 else {
      problem.ask("How many grams of \(food) does it take for \(guests) people?", grams)
      return problem
    }
    if steps == 5 || (steps == 3 && stream.chance(50)) {
      let spare = 10 * stream.integer(in: 2...30)
      problem.tell("The cook has \(spare) grams of \(food) left from last time.")
      grams = problem.sheet.difference(grams, spare)
      guard steps == 5 else {
        problem.ask(
          "How many more grams of \(food) does it take for \(guests) people?", grams)
        return problem
      }
    }
    let size = 50 * stream.integer(in: 2...20)
    problem.tell("The shop has \(food) in bags of \(size) grams.")
    let bags = problem.sheet.partsNeeded(grams, size)
    guard steps > 3 else {
      problem.ask("How many bags have to be bought for \(guests) people?", bags)
      return problem
    }
    let price = stream.integer(in: 2...9)
    problem.tell("A bag costs $\(price).")
    problem.ask(
      "How many dollars do the bags for \(guests) people cost?",
      problem.sheet.product(bags, price))
    return problem
  }
}
