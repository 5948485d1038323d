// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Wages by the hour, with extra hours, a bonus, fares and a gift.
struct Earnings: ProblemFamily {
  let stepCounts = 1...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let name = stream.element(of: StoryWords.people)
    let (wage, hours) = (stream.integer(in: 8...30), stream.integer(in: 2...9))
    var problem = WordProblem("\(name) earns $\(wage) an hour.")
    guard steps > 1 else {
      problem.tell("\(name) works for \(hours) hours.")
      problem.ask("How many dollars does \(name) earn?", problem.sheet.product(wage, hours))
      return problem
    }
    let days = stream.integer(in: 2...9)
    problem.tell("\(name) works \(hours) hours a day for \(days) days.")
    var money = problem.sheet.product(problem.sheet.product(wage, hours), days)
    var rest = steps - 2
    // Extra hours and fares take two steps each, a bonus and a gift one each.
    let doubles = (0...min(2, rest / 2)).filter { rest - 2 * $0 <= 2 }
    guard !doubles.isEmpty else { return nil }
    let doubleCount = stream.element(of: doubles)
    rest -= 2 * doubleCount
    let hasOvertime = doubleCount == 2 || (doubleCount == 1 && stream.chance(50))
    if hasOvertime {
      let (extra, rate) = (stream.integer(in: 1...5), wage + stream.integer(in: 2...12))
      problem.tell("After that \(name) works \(extra) extra hours at $\(rate) an hour.")
      money = problem.sheet.sum(money, problem.sheet.product(extra, rate))
    }
    if doubleCount == 2 || (doubleCount == 1 && !hasOvertime) {
      let fare = stream.integer(in: 2...6)
      problem.tell("On each of the \(days) days \(name) pays $\(fare) for the bus.")
      money = problem.sheet.difference(money, problem.sheet.product(fare, days))
    }
    let hasBonus = rest == 2 || (rest == 1 && stream.chance(50))
    if hasBonus {
      let bonus = stream.integer(in: 10...90)
      problem.tell("At the end there is a bonus of $\(bonus).")
      money = problem.sheet.sum(money, bonus)
    }
    if rest == 2 || (rest == 1 && !hasBonus) {
      let gift = stream.integer(in: 5...40)
      problem.tell("\(name) gives $\(gift) of the money to a friend.")
      money = problem.sheet.difference(money, gift)
    }
    problem.ask("How many dollars does \(name) have from this work in the end?", money)
    return problem
  }
}
