// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Two problems of different families, of which the second needs the answer to the first.
///
/// One number of the second story is told by its difference from that answer, as in `(X + 17)`. To
/// find it takes one step, so that a problem has one step more than its two parts.
struct ComposedProblems: ItemGenerator {
  let name: String
  /// The numbers of steps, each as likely as the others; at least 3.
  let stepCounts: ClosedRange<Int>
  let balancedAnswers: [String] = []

  /// How far the number that is told may be from the first answer.
  private static let differences = 1...500

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let steps = stream.integer(in: stepCounts)
    let firstSteps = stream.integer(in: 1...steps - 2)
    let secondSteps = steps - 1 - firstSteps
    let families = stream.sample(2, of: WordProblems.families)
    guard Self.canContinue(families[1]), families[0].stepCounts.contains(firstSteps),
      families[1].stepCounts.contains(secondSteps),
      let first = families[0].makeSoundProblem(steps: firstSteps, from: &stream),
      let second = families[1].makeSoundProblem(steps: secondSteps, from: &stream),
      let problem = Self.joined(first, second)
    else { return nil }
    return GeneratedItem(
      input: problem.text, target: String(problem.answer), solution: problem.solution)
  }

  /// Whether the first number of a family's stories matters to the answer and is told nowhere else.
  ///
  /// The number of scores, with which averages begin, can be counted; how long a leg of a journey
  /// takes may not matter to its average speed.
  private static func canContinue(_ family: any ProblemFamily) -> Bool {
    !(family is Averages) && !(family is Journey)
  }

  /// One problem of two, or `nil` when the first answer and the number that is told by it are equal
  /// or far apart.
  private static func joined(_ first: WordProblem, _ second: WordProblem) -> WordProblem? {
    guard let place = second.story.firstIndex(where: { $0.contains(where: \.isNumber) }),
      let digits = second.story[place].firstMatch(of: /[0-9]+/), let number = Int(digits.output)
    else { return nil }
    let difference = number - first.answer
    guard differences.contains(abs(difference)) else { return nil }

    var problem = WordProblem("Let X be the answer to the first of two problems. First problem:")
    problem.story += first.story + [first.question, "Second problem:"] + second.story
    let sentence = problem.story.count - second.story.count + place
    problem.story[sentence].replaceSubrange(
      digits.range, with: difference > 0 ? "(X + \(difference))" : "(X - \(-difference))")

    problem.sheet = first.sheet
    let told =
      difference > 0
      ? problem.sheet.sum(first.answer, difference)
      : problem.sheet.difference(first.answer, -difference)
    guard told == number else { return nil }
    problem.sheet.append(second.sheet)
    problem.ask(second.question, second.answer)
    return problem
  }
}
