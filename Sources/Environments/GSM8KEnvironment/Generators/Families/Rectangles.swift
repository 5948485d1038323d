// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Areas, fences and tiles of rectangles.
struct Rectangles: ProblemFamily {
  let stepCounts = 1...6

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let place = stream.element(of: ["garden", "yard", "playground", "terrace", "hall", "field"])
    let width = stream.integer(in: 3...24)
    var problem = WordProblem()
    let isDerived = steps >= 2 && (steps == 6 || stream.chance(40))
    var length = width + stream.integer(in: 1...20)
    if isDerived {
      let times = stream.integer(in: 2...4)
      problem.tell(
        "A rectangular \(place) is \(width) metres wide and \(times) times as long as it is wide.")
      length = problem.sheet.product(width, times)
    } else {
      problem.tell("A rectangular \(place) is \(width) metres wide and \(length) metres long.")
    }
    switch isDerived ? steps - 1 : steps {
    case 1:
      problem.ask(
        "How many square metres is it in area?", problem.sheet.product(length, width))
    case 2:
      problem.ask("How many metres is it around?", perimeter(length, width, &problem))
    case 3 where stream.chance(50):
      tile(length, width, &problem, from: &stream)
    case let rest:
      fence(length, width, rest, &problem, from: &stream)
    }
    return problem
  }

  private func perimeter(_ length: Int, _ width: Int, _ problem: inout WordProblem) -> Int {
    problem.sheet.product(problem.sheet.sum(length, width), 2)
  }

  private func tile(
    _ length: Int, _ width: Int, _ problem: inout WordProblem, from stream: inout SeededStream
  ) {
    let side = stream.integer(in: 2...3)
    problem.tell("It is covered with square mats with sides of \(side) metres.")
    let area = problem.sheet.product(length, width)
    let mats =
      length % side == 0 && width % side == 0
      ? problem.sheet.quotient(area, problem.sheet.product(side, side))
      : problem.sheet.quotient(1, 0)
    problem.ask("How many mats cover it without gaps?", mats)
  }

  private func fence(
    _ length: Int, _ width: Int, _ steps: Int, _ problem: inout WordProblem,
    from stream: inout SeededStream
  ) {
    var metres = perimeter(length, width, &problem)
    if steps >= 4 {
      let gate = stream.integer(in: 1...4)
      problem.tell("A fence goes around it, but for a gate of \(gate) metres.")
      metres = problem.sheet.difference(metres, gate)
    } else {
      problem.tell("A fence goes all around it.")
    }
    let price = stream.integer(in: 2...30)
    problem.tell("A metre of fence costs $\(price).")
    var cost = problem.sheet.product(metres, price)
    if steps >= 5 {
      let work = stream.integer(in: 20...200)
      problem.tell("Putting it up costs another $\(work).")
      cost = problem.sheet.sum(cost, work)
    }
    problem.ask("How many dollars does the fence cost in all?", cost)
  }
}
