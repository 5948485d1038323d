// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Word problems of all families with a wanted mix of lengths.
struct WordProblems: ItemGenerator {
  /// How often a problem has a number of steps.
  struct Length: Sendable {
    let steps: Int
    let weight: Int
  }

  let name: String
  /// The lengths, each with its share.
  let lengths: [Length]
  /// How many of 100 problems mention a number of no use.
  let distractedPercentage: Int
  let balancedAnswers: [String] = []

  static let families: [any ProblemFamily] = [
    Ages(), Averages(), Comparisons(), Earnings(), Fractions(), Journey(), Packing(),
    Percentages(), Production(), Ratios(), Recipes(), Rectangles(), Savings(), Shopping(), Stock(),
    TimeSpent(),
  ]

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let steps = drawLength(from: &stream)
    let family = stream.element(of: Self.families.filter { $0.stepCounts.contains(steps) })
    guard var problem = family.makeSoundProblem(steps: steps, from: &stream) else { return nil }
    if stream.chance(distractedPercentage) {
      let sentence = stream.element(of: StoryWords.distractions)
      let place = stream.integer(in: 1...problem.story.count)
      problem.story.insert(
        sentence.replacing("#", with: String(stream.integer(in: 11...60))), at: place)
    }
    return GeneratedItem(
      input: problem.text, target: String(problem.answer), solution: problem.solution)
  }

  private func drawLength(from stream: inout SeededStream) -> Int {
    var place = stream.integer(in: 1...lengths.reduce(0) { $0 + $1.weight })
    for length in lengths {
      place -= length.weight
      if place <= 0 { return length.steps }
    }
    preconditionFailure("a place is within the sum of the weights")
  }
}
