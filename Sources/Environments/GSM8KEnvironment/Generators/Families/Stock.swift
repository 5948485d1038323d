// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// What comes into a place and leaves it, day after day.
struct Stock: ProblemFamily {
  let stepCounts = 1...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let thing = stream.element(of: ["parcels", "sacks", "tyres", "barrels", "planks", "crates"])
    var count = stream.integer(in: 40...400)
    var problem = WordProblem("A depot has \(count) \(thing).")
    var days = StoryWords.days[...]
    var rest = steps
    while rest > 0 {
      guard let day = days.popFirst() else { return nil }
      let isLoad = rest >= 2 && (rest > days.count || stream.chance(40))
      rest -= isLoad ? 2 : 1
      let isArrival = stream.chance(50)
      let change: Int
      if isLoad {
        let (lorries, each) = (stream.integer(in: 2...5), stream.integer(in: 5...30))
        problem.tell(
          "On \(day) \(lorries) lorries \(isArrival ? "bring" : "fetch") \(each) \(thing) each.")
        change = problem.sheet.product(lorries, each)
      } else {
        change = stream.integer(in: 5...90)
        problem.tell("On \(day) \(change) \(thing) are \(isArrival ? "delivered" : "sent off").")
      }
      count =
        isArrival ? problem.sheet.sum(count, change) : problem.sheet.difference(count, change)
    }
    problem.ask("How many \(thing) are in the depot in the end?", count)
    return problem
  }
}
