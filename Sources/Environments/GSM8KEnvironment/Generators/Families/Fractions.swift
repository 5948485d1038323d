// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Parts of a stock that are taken away one after another.
struct Fractions: ProblemFamily {
  let stepCounts = 1...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let thing = stream.element(of: ["books", "chairs", "bulbs", "bicycles", "apples", "tickets"])
    var count = 12 * stream.integer(in: 5...120)
    var problem = WordProblem("A store has \(count) \(thing).")
    if steps <= 2 {
      let part = fraction(isUnit: steps == 1, from: &stream)
      problem.tell("\(part.text) of the \(thing) are new.")
      count = take(part, of: count, in: &problem)
      problem.ask("How many \(thing) are new?", count)
      return problem
    }
    var rest = steps
    while rest > 0 {
      let size = rest == 4 ? 2 : stream.integer(in: 1...min(3, rest))
      rest -= size
      if size == 1 {
        let arrived = stream.integer(in: 2...60)
        problem.tell("Then \(arrived) more \(thing) arrive.")
        count = problem.sheet.sum(count, arrived)
      } else {
        let part = fraction(isUnit: size == 2, from: &stream)
        problem.tell("Then \(part.text) of the \(thing) that are there are sold.")
        count = problem.sheet.difference(count, take(part, of: count, in: &problem))
      }
    }
    problem.ask("How many \(thing) are there in the end?", count)
    return problem
  }

  private struct Fraction {
    let numerator: Int
    let denominator: Int
    var text: String { "\(numerator)/\(denominator)" }
  }

  private func fraction(isUnit: Bool, from stream: inout SeededStream) -> Fraction {
    let denominator = stream.integer(in: isUnit ? 2...6 : 3...6)
    let numerator = isUnit ? 1 : stream.integer(in: 2...denominator - 1)
    return Fraction(numerator: numerator, denominator: denominator)
  }

  private func take(_ part: Fraction, of count: Int, in problem: inout WordProblem) -> Int {
    let one = problem.sheet.quotient(count, part.denominator)
    return part.numerator == 1 ? one : problem.sheet.product(one, part.numerator)
  }
}
