// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Two people who share things in a ratio.
struct Ratios: ProblemFamily {
  let stepCounts = 3...6

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let thing = stream.element(of: StoryWords.collectibles)
    let people = stream.sample(3, of: StoryWords.people)
    let (first, second) = (stream.integer(in: 2...9), stream.integer(in: 1...8))
    guard first > second else { return nil }
    let total = (first + second) * stream.integer(in: 3...40)
    var problem = WordProblem(
      "\(people[0]) and \(people[1]) share \(total) \(thing) in the ratio \(first) to \(second).")
    let part = problem.sheet.quotient(total, problem.sheet.sum(first, second))
    var count = problem.sheet.product(part, first)
    if steps == 5, stream.chance(50) {
      let other = problem.sheet.product(part, second)
      problem.ask(
        "How many more \(thing) does \(people[0]) get than \(people[1])?",
        problem.sheet.difference(count, other))
      return problem
    }
    if steps >= 4 {
      let given = stream.integer(in: 1...15)
      problem.tell("\(people[0]) then gives \(given) \(thing) to \(people[2]).")
      count = problem.sheet.difference(count, given)
    }
    if steps >= 5 {
      let bought = stream.integer(in: 2...30)
      problem.tell("After that \(people[0]) buys \(bought) new \(thing).")
      count = problem.sheet.sum(count, bought)
    }
    guard steps == 6 else {
      problem.ask("How many \(thing) does \(people[0]) have now?", count)
      return problem
    }
    let value = stream.integer(in: 2...9)
    problem.tell("Each of the \(thing) is worth $\(value).")
    problem.ask(
      "How many dollars are the \(thing) of \(people[0]) worth now?",
      problem.sheet.product(count, value))
    return problem
  }
}
