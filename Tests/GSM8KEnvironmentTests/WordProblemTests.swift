// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Datasets
import Testing

@testable import GSM8KEnvironment

struct WordProblemTests {
  @Test(arguments: GSM8KTask.allCases)
  func anIndependentSolverAgreesOnEveryProblemOfADrawAndNoneIsRepeated(task: GSM8KTask) throws {
    for seed in 0..<ItemCheck.seeds {
      let examples = try GeneratedGSM8K.draw(task, seed: seed, count: 100).examples
      for problem in examples {
        let answer = ProblemSolver.solve(problem.input)?.description
        if answer != problem.target {
          Issue.record(
            "\(problem.id): \(problem.target), solver \(answer ?? "none")\n\(problem.input)")
          return
        }
      }
      #expect(Set(examples.map(\.input)).count == 100, "\(task) \(seed)")
      #expect(Set(examples.map(\.id)).count == 100, "\(task) \(seed)")
    }
  }

  /// No number is right so often that it would be worth guessing.
  @Test(arguments: GSM8KTask.allCases)
  func answersArePositiveIntegersOfManyKinds(task: GSM8KTask) throws {
    for seed in 0..<ItemCheck.seeds {
      let examples = try GeneratedGSM8K.draw(task, seed: seed, count: 100).examples
      let answers = examples.compactMap { Int($0.target) }
      #expect(answers.count == 100, "\(task) \(seed)")
      #expect(answers.allSatisfy { (1...1_000_000).contains($0) }, "\(task) \(seed)")
      let mostFrequent = Dictionary(grouping: answers, by: \.self).map(\.value.count).max() ?? 0
      #expect(mostFrequent <= 12, "\(task) \(seed)")
    }
  }

  @Test(arguments: WordProblems.families.indices)
  func aFamilyHasProblemsOfEachOfItsLengths(index: Int) throws {
    let family = WordProblems.families[index]
    for steps in family.stepCounts {
      var stream = SeededStream(seed: 11, name: "\(family) \(steps)")
      var found = 0
      for _ in 0..<80 {
        guard let problem = family.makeProblem(steps: steps, from: &stream),
          problem.sheet.isSound
        else { continue }
        found += 1
        #expect(problem.sheet.steps.count == steps, "\(problem.text)")
        #expect(problem.solution.split(separator: "\n").count == steps + 1, "\(problem.text)")
        let answer = ProblemSolver.solve(problem.text)
        #expect(answer == Rational(problem.answer), "\(problem.text)")
      }
      #expect(found >= 1, "\(family) has no sound problem of \(steps) steps")
    }
  }

  @Test func equalSeedsGiveEqualProblemsAndOthersDoNot() throws {
    let long = try GeneratedGSM8K.draw(.wordProblems, seed: 5, count: 40)
    let short = try GeneratedGSM8K.draw(.wordProblems, seed: 5, count: 10)
    let other = try GeneratedGSM8K.draw(.wordProblems, seed: 6, count: 10)
    #expect(Array(long.examples.prefix(10)) == short.examples)
    #expect(Set(other.examples.map(\.input)) != Set(short.examples.map(\.input)))
    #expect(long.exampleSet.label == .generated)
    #expect(short.examples[3].id == "word_problems/generated-5/003")
  }

  @Test func theTasksDifferInLengthAndDistraction() throws {
    func words(_ task: GSM8KTask) throws -> Int {
      try GeneratedGSM8K.frozen(task).examples
        .reduce(0) { $0 + $1.input.split(separator: " ").count }
    }
    #expect(try words(.shortProblems) < words(.wordProblems))
    #expect(try words(.wordProblems) < words(.longProblems))
    #expect(try words(.longProblems) < words(.composedProblems))
    let starts = StoryWords.distractions.map { String($0.prefix { $0 != "#" }) }
    func distracted(_ task: GSM8KTask) throws -> Int {
      try GeneratedGSM8K.frozen(task).examples.count { example in
        starts.contains { example.input.contains($0) }
      }
    }
    #expect(try distracted(.distractingProblems) == 300)
    #expect(try distracted(.longProblems) == 0)
    #expect(try distracted(.composedProblems) == 0)
    #expect((10...60).contains(try distracted(.wordProblems)))
  }

  @Test func theLengthsAreThoseOfGSM8K() throws {
    let generator = try #require(GSM8KTask.wordProblems.generator as? WordProblems)
    let lengths = generator.lengths
    #expect(lengths.map(\.steps) == Array(1...8))
    #expect(lengths.map(\.weight) == [5, 29, 29, 19, 11, 3, 2, 1])
  }
}
