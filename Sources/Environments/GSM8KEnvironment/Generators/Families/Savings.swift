// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Saving week by week for something that costs more than there is.
struct Savings: ProblemFamily {
  let stepCounts = 2...6

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let name = stream.element(of: StoryWords.people)
    let thing = stream.element(of: ["bicycle", "guitar", "telescope", "kayak", "sewing machine"])
    let hasGift = steps == 3 || steps == 4 || steps == 6
    let hasJob = steps >= 5
    var weekly = stream.integer(in: 6...40)
    var story: [String] = []
    var sheet = Worksheet()
    if hasJob {
      let (hours, rate) = (stream.integer(in: 2...6), stream.integer(in: 6...14))
      story.append("Every week \(name) works \(hours) hours for $\(rate) an hour.")
      story.append("On top of that \(name) gets $\(weekly) of pocket money a week.")
      weekly = sheet.sum(sheet.product(hours, rate), weekly)
    } else {
      story.append("Every week \(name) gets $\(weekly).")
    }
    if steps >= 4 {
      let spent = stream.integer(in: 1...5)
      story.append("Of that \(name) spends $\(spent) a week and saves the rest.")
      weekly = sheet.difference(weekly, spent)
    } else {
      story.append("\(name) saves all of it.")
    }
    let weeks = stream.integer(in: 3...20)
    let (owned, gift) = (stream.integer(in: 5...90), stream.integer(in: 5...60))
    let price = weekly * weeks + owned + (hasGift ? gift : 0)
    var missing = sheet.difference(price, owned)
    var opening = ["\(name) wants a \(thing) that costs $\(price).", "\(name) has $\(owned)."]
    if hasGift {
      opening.append("An aunt adds $\(gift) as a present.")
      missing = sheet.difference(missing, gift)
    }
    var problem = WordProblem()
    problem.story = opening + story
    problem.sheet = sheet
    problem.ask(
      "For how many weeks does \(name) have to save?", problem.sheet.quotient(missing, weekly))
    return problem
  }
}
