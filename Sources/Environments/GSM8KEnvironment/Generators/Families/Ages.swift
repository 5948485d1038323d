// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Ages that follow from each other, now, before or later.
struct Ages: ProblemFamily {
  let stepCounts = 2...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    // The age of the last of a chain takes one step more than the chain, the sum of all ages in
    // some years two more than twice the chain.
    let asksSum = steps >= 4 && steps % 2 == 0 && (steps > 5 || stream.chance(60))
    let length = asksSum ? (steps - 2) / 2 : steps - 1
    guard (1...6).contains(length) else { return nil }
    let people = stream.sample(length + 1, of: StoryWords.people)
    var ages = [stream.integer(in: 5...14)]
    var problem = WordProblem("\(people[0]) is \(ages[0]) years old.")
    for index in 1...length {
      let before = ages[index - 1]
      switch before > 25 ? stream.integer(in: 1...2) : stream.integer(in: 0...2) {
      case 0:
        let times = stream.integer(in: 2...3)
        problem.tell("\(people[index]) is \(times) times as old as \(people[index - 1]).")
        ages.append(problem.sheet.product(before, times))
      case 1:
        let years = stream.integer(in: 2...9)
        problem.tell("\(people[index]) is \(years) years younger than \(people[index - 1]).")
        ages.append(problem.sheet.difference(before, years))
      default:
        let years = stream.integer(in: 2...12)
        problem.tell("\(people[index]) is \(years) years older than \(people[index - 1]).")
        ages.append(problem.sheet.sum(before, years))
      }
    }
    guard ages.allSatisfy({ $0 <= 99 }) else { return nil }
    let years = stream.integer(in: 2...10)
    if asksSum {
      let sum = problem.sheet.total(ages)
      let added = problem.sheet.product(years, ages.count)
      problem.ask(
        "How many years will their ages add up to in \(years) years?",
        problem.sheet.sum(sum, added))
    } else if stream.chance(40), years < ages[length] {
      problem.ask(
        "How old was \(people[length]) \(years) years ago?",
        problem.sheet.difference(ages[length], years))
    } else {
      problem.ask(
        "How old will \(people[length]) be in \(years) years?",
        problem.sheet.sum(ages[length], years))
    }
    return problem
  }
}
