// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Legs of a journey at constant speeds.
struct Journey: ProblemFamily {
  let stepCounts = 1...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let vehicle = stream.element(of: ["coach", "lorry", "ferry", "tram", "van", "goods train"])
    // An average over k legs takes 3k - 1 steps, a distance 2k - 1, and a rest of the way one more.
    let asksAverage = (steps == 5 || steps == 8) && stream.chance(50)
    let legCount = asksAverage ? (steps + 1) / 3 : (steps + 1) / 2
    let hasRest = !asksAverage && steps % 2 == 0
    var problem = WordProblem()
    var miles: [Int] = []
    var hours: [Int] = []
    for leg in 0..<legCount {
      let (time, speed) = (stream.integer(in: 2...6), 5 * stream.integer(in: 4...14))
      let subject = leg == 0 ? "A \(vehicle) travels" : "Then it travels"
      problem.tell("\(subject) for \(time) hours at \(speed) miles an hour.")
      miles.append(problem.sheet.product(time, speed))
      hours.append(time)
    }
    var distance = problem.sheet.total(miles)
    if asksAverage {
      let time = problem.sheet.total(hours)
      problem.ask(
        "What is its average speed on this journey in miles an hour?",
        problem.sheet.quotient(distance, time))
      return problem
    }
    if hasRest {
      let rest = stream.integer(in: 5...80)
      problem.tell("After that \(rest) miles are left.")
      distance = problem.sheet.sum(distance, rest)
    }
    problem.ask("How many miles long is the whole way?", distance)
    return problem
  }
}
