// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Datasets
import Testing

@testable import GSM8KEnvironment

struct WordProblemTests {
  @Test(arguments: GSM8KTask.allCases)
  func anIndependentSolverAgreesOnEveryProblem(task: GSM8KTask) throws {
    for seed in 0..<ItemCheck.seeds {
      for problem in try GeneratedGSM8K.draw(task, seed: seed, count: 100).examples {
        let answer = ProblemSolver.solve(problem.input)?.description
        if answer != problem.target {
          Issue.record(
            "\(problem.id): \(problem.target), solver \(answer ?? "none")\n\(problem.input)")
          return
        }
      }
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
        let text = (problem.story + [problem.question]).joined(separator: " ")
        #expect(problem.sheet.stepCount == steps, "\(text)")
        let answer = ProblemSolver.solve(text)
        #expect(answer == Rational(problem.answer), "\(text)")
      }
      #expect(found >= 1, "\(family) has no sound problem of \(steps) steps")
    }
  }

  @Test(arguments: GSM8KTask.allCases)
  func aDrawRepeatsNoProblemAndItsAnswersArePositiveIntegers(task: GSM8KTask) throws {
    let examples = try GeneratedGSM8K.frozen(task).examples
    #expect(examples.count == 300)
    #expect(Set(examples.map(\.input)).count == 300)
    #expect(Set(examples.map(\.id)).count == 300)
    let answers = examples.compactMap { Int($0.target) }
    #expect(answers.count == 300)
    #expect(answers.allSatisfy { (1...1_000_000).contains($0) })
    let mostFrequent = Dictionary(grouping: answers, by: \.self).map(\.value.count).max() ?? 0
    #expect(mostFrequent <= 15)
  }

  @Test func equalSeedsGiveEqualProblemsAndOthersDoNot() throws {
    let long = try GeneratedGSM8K.draw(.wordProblems, seed: 5, count: 40)
    let short = try GeneratedGSM8K.draw(.wordProblems, seed: 5, count: 10)
    let other = try GeneratedGSM8K.draw(.wordProblems, seed: 6, count: 10)
    #expect(Array(long.examples.prefix(10)) == short.examples)
    #expect(Set(other.examples.map(\.input)) != Set(short.examples.map(\.input)))
    #expect(long.label == .generated)
    #expect(short.examples[3].id == "word_problems/generated-5/003")
  }

  @Test func theTasksDifferInLengthAndDistraction() throws {
    func words(_ task: GSM8KTask) throws -> Int {
      try GeneratedGSM8K.frozen(task).examples
        .reduce(0) { $0 + $1.input.split(separator: " ").count }
    }
    #expect(try words(.shortProblems) < words(.wordProblems))
    #expect(try words(.wordProblems) < words(.longProblems))
    let starts = StoryWords.distractions.map { String($0.prefix { $0 != "#" }) }
    func distracted(_ task: GSM8KTask) throws -> Int {
      try GeneratedGSM8K.frozen(task).examples.count { example in
        starts.contains { example.input.contains($0) }
      }
    }
    #expect(try distracted(.distractingProblems) == 300)
    #expect(try distracted(.longProblems) == 0)
    #expect((10...60).contains(try distracted(.wordProblems)))
  }

  @Test func theLengthsAreThoseOfGSM8K() {
    let lengths = GSM8KTask.wordProblems.generator.lengths
    #expect(lengths.map(\.steps) == Array(1...8))
    #expect(lengths.map(\.weight) == [5, 29, 29, 19, 11, 3, 2, 1])
  }
}
