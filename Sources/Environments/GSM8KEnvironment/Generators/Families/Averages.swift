// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Averages of scores, and scores that an average needs.
struct Averages: ProblemFamily {
  let stepCounts = 2...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let name = stream.element(of: StoryWords.people)
    // The average of n scores takes n steps, a score that is missing n + 1.
    let asksMissing = steps >= 3 && (steps == 8 || stream.chance(50))
    let count = asksMissing ? steps - 1 : steps
    let scores = (0..<count).map { _ in stream.integer(in: 8...60) }
    let list = Phrase.list(scores.map(String.init))
    var problem = WordProblem("In \(count) games \(name) scores \(list) points.")
    guard asksMissing else {
      problem.ask(
        "What is the average score of these games?",
        problem.sheet.quotient(problem.sheet.total(scores), count))
      return problem
    }
    let average = stream.integer(in: 15...60)
    problem.tell("\(name) wants an average of \(average) points over \(count + 1) games.")
    let wanted = problem.sheet.product(average, count + 1)
    let missing = problem.sheet.difference(wanted, problem.sheet.total(scores))
    guard missing <= 150 else { return nil }
    problem.ask("How many points does \(name) need in the next game?", missing)
    return problem
  }
}
