// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Machines that make things, which are sorted, packed and sold.
struct Production: ProblemFamily {
  let stepCounts = 1...6

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let part = stream.element(of: ["bolts", "bottles", "spoons", "pencils", "bricks", "tiles"])
    let (machines, rate) = (stream.integer(in: 2...12), stream.integer(in: 3...40))
    var problem = WordProblem(
      "A workshop has \(machines) machines.", "Each machine makes \(rate) \(part) an hour.")
    var count = problem.sheet.product(machines, rate)
    var question = "How many \(part) do the machines make together in an hour?"
    if steps >= 2 {
      let hours = stream.integer(in: 2...12)
      problem.tell("The machines run \(hours) hours a day.")
      count = problem.sheet.product(count, hours)
      question = "How many \(part) do the machines make together in a day?"
    }
    if steps >= 3 {
      let days = stream.integer(in: 2...9)
      problem.tell("The workshop is open for \(days) days.")
      count = problem.sheet.product(count, days)
      question = "How many \(part) are made in that time?"
    }
    if steps >= 4 {
      let size = stream.integer(in: 2...12)
      // Enough are faulty for the rest to fill boxes.
      let faulty = count % size + size * stream.integer(in: 1...4)
      problem.tell("Of all these \(part), \(faulty) are faulty and thrown away.")
      count = problem.sheet.difference(count, faulty)
      question = "How many \(part) are left?"
      if steps >= 5 {
        problem.tell("The good ones are packed into boxes of \(size).")
        count = problem.sheet.quotient(count, size)
        question = "How many boxes are filled?"
      }
    }
    if steps >= 6 {
      let price = stream.integer(in: 2...30)
      problem.tell("Each box is sold for $\(price).")
      count = problem.sheet.product(count, price)
      question = "How many dollars do the boxes bring in?"
    }
    problem.ask(question, count)
    return problem
  }
}
