// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Things that are packed, with full boxes, boxes needed and things left over.
struct Packing: ProblemFamily {
  let stepCounts = 1...5

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let thing = stream.element(of: ["eggs", "oranges", "biscuits", "tulips", "pears", "jars"])
    let size = stream.integer(in: 4...24)
    let asked = stream.integer(in: 0...2)
    var count = stream.integer(in: 30...400)
    var problem = WordProblem()
    if steps >= 2 {
      let (crates, each) = (stream.integer(in: 3...20), stream.integer(in: 10...60))
      problem.tell("A farm shop gets \(crates) crates with \(each) \(thing) in each.")
      count = problem.sheet.product(crates, each)
    } else {
      problem.tell("A farm shop gets \(count) \(thing).")
    }
    if steps >= 3 {
      let broken = stream.integer(in: 2...25)
      problem.tell("Of these, \(broken) \(thing) are not fit for sale.")
      count = problem.sheet.difference(count, broken)
    }
    if steps >= 4, !(steps == 4 && asked == 0) {
      let more = stream.integer(in: 10...90)
      problem.tell("A neighbour brings \(more) good \(thing).")
      count = problem.sheet.sum(count, more)
    }
    problem.tell("The good \(thing) are put into boxes of \(size).")
    switch asked {
    case 0:
      let boxes = problem.sheet.fullParts(count, size)
      guard steps >= 4 else {
        problem.ask("How many boxes can be filled completely?", boxes)
        return problem
      }
      let price = stream.integer(in: 2...12)
      problem.tell("Every full box brings in $\(price).")
      problem.ask(
        "How many dollars do the full boxes bring in?", problem.sheet.product(boxes, price))
      return problem
    case 1:
      guard steps < 5 else { return nil }
      problem.ask(
        "How many \(thing) are left over when as many boxes as possible are full?",
        problem.sheet.remainder(count, size))
      return problem
    default:
      guard steps < 5 else { return nil }
      problem.ask(
        "How many boxes does it take to hold all of them?",
        problem.sheet.partsNeeded(count, size))
      return problem
    }
  }
}
