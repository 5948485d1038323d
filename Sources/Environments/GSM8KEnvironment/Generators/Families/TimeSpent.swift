// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Minutes a day over days and weeks.
struct TimeSpent: ProblemFamily {
  let stepCounts = 1...6

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let name = stream.element(of: StoryWords.people)
    let activity = stream.element(of: ["reads", "swims", "draws", "sings", "cycles", "knits"])
    let minutes = 5 * stream.integer(in: 2...18)
    var problem = WordProblem("\(name) \(activity) for \(minutes) minutes every day.")
    guard steps > 1 else {
      let days = stream.integer(in: 3...30)
      problem.ask(
        "For how many minutes is that in \(days) days?", problem.sheet.product(minutes, days))
      return problem
    }
    let weeks = stream.integer(in: 2...12)
    var time = problem.sheet.product(problem.sheet.product(weeks, 7), minutes)
    var rest = steps - 2
    // Sundays take two steps, breaks and hours one each.
    if rest >= 2, rest == 4 || stream.chance(50) {
      let extra = 5 * stream.integer(in: 1...12)
      problem.tell("Each Sunday \(name) goes on for \(extra) minutes more.")
      time = problem.sheet.sum(time, problem.sheet.product(extra, weeks))
      rest -= 2
    }
    if rest == 2 || (rest == 1 && stream.chance(50)) {
      let pauses = 5 * stream.integer(in: 2...20)
      problem.tell("In all these weeks \(name) rests for \(pauses) minutes of the time.")
      time = problem.sheet.difference(time, pauses)
      rest -= 1
    }
    guard rest == 1 else {
      guard rest == 0 else { return nil }
      problem.ask("How many minutes without rest is that in \(weeks) weeks?", time)
      return problem
    }
    problem.ask(
      "How many hours without rest is that in \(weeks) weeks?", problem.sheet.quotient(time, 60))
    return problem
  }
}
