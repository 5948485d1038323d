// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// People each of whom has more, fewer or times as many things as the one before.
struct Comparisons: ProblemFamily {
  let stepCounts = 1...8

  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    let thing = stream.element(of: StoryWords.collectibles)
    // A chain of c comparisons takes c steps, and their total c more.
    let asksTotal = steps % 2 == 0 && (steps > 4 || stream.chance(70))
    let length = asksTotal ? steps / 2 : min(steps, 5)
    let people = stream.sample(length + 1, of: StoryWords.people)
    var counts = [stream.integer(in: 6...60)]
    var problem = WordProblem("\(people[0]) has \(counts[0]) \(thing).")
    for index in 1...length {
      let before = counts[index - 1]
      switch stream.integer(in: 0...2) {
      case 0:
        let more = stream.integer(in: 2...40)
        problem.tell("\(people[index]) has \(more) more \(thing) than \(people[index - 1]).")
        counts.append(problem.sheet.sum(before, more))
      case 1:
        let fewer = stream.integer(in: 2...max(3, before / 2))
        problem.tell("\(people[index]) has \(fewer) fewer \(thing) than \(people[index - 1]).")
        counts.append(problem.sheet.difference(before, fewer))
      default:
        let times = stream.integer(in: 2...4)
        problem.tell(
          "\(people[index]) has \(times) times as many \(thing) as \(people[index - 1]).")
        counts.append(problem.sheet.product(before, times))
      }
    }
    if asksTotal {
      problem.ask(
        "How many \(thing) do they have together?", problem.sheet.total(counts))
      return problem
    }
    var last = counts[length]
    let name = people[length]
    for extra in 0..<(steps - length) {
      let found = stream.integer(in: 2...20)
      problem.tell("\(extra == 0 ? "Today" : "Then") \(name) gets \(found) more \(thing).")
      last = problem.sheet.sum(last, found)
    }
    problem.ask("How many \(thing) does \(name) have?", last)
    return problem
  }
}
