// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import NumericalEnvironment
import Testing

struct ProgramSamplerTests {
  /// Printed by NumPy 2.4 after `numpy.random.seed(5)`.
  @Test func choicesAreThoseOfNumPy() {
    var draws = NumPyDraws(seed: 5)
    #expect((0..<8).map { _ in draws.firstOfShuffled(5) } == [4, 3, 1, 0, 2, 4, 0, 4])
    #expect((0..<8).map { _ in draws.index(below: 3) } == [1, 2, 0, 2, 1, 2, 0, 0])
    let pairs = (0..<6).map { _ in draws.distinctIndices(2, weights: [0.1, 0.2, 0.3, 0.4]) }
    #expect(pairs == [[1, 3], [3, 1], [0, 1], [3, 0], [2, 0], [2, 3]])
  }

  /// Printed by Python 3.11 after `random.seed(9)`.
  @Test func integersAreThoseOfPython() {
    var draws = PythonDraws(seed: 9)
    #expect((0..<4).map { _ in draws.integer(in: 0...99_999) } == [60687, 80375, 48930, 35013])
    #expect((0..<6).map { _ in draws.integer(in: 0...5) } == [1, 1, 5, 0, 2, 4])
  }

  /// The first program of the published experiment.
  @Test func theFirstGoalIsThePublishedOne() throws {
    let sampler = ProgramSampler(lineCount: 7, constantLimit: 5)
    let set = HiddenGoalSet(sampler: sampler, excludesSolved: false)
    let goal = try #require(set.goals(count: 1).first)
    #expect(goal.seed == 17496)
    #expect(goal.goalInput == -2)
    #expect(goal.target == 1.3200000000000003)
    #expect(
      goal.program.description == """
        v0 = x + -3
        v1 = x + -1
        v2 = v1 / v0
        v3 = v2 - -1
        v4 = v3 + -1
        v5 = v4 + v3
        v6 = v5 * v4
        """)
  }

  @Test(arguments: [3, 7, 12])
  func programsKeepTheirRules(lineCount: Int) {
    for seed in 0..<200 {
      let sample = ProgramSampler(lineCount: lineCount, constantLimit: 2).sample(seed: seed)
      #expect(sample.program.lines.count == lineCount)
      #expect(ProgramSampler.numbers.contains(sample.goalInput))
      for (index, line) in sample.program.lines.enumerated() {
        for operand in [line.first, line.second] {
          switch operand {
          case .input: break
          case .result(let earlier): #expect(earlier < index)
          case .constant(let number): #expect(ProgramSampler.numbers.contains(number))
          }
        }
        if case .constant(let number) = line.second, line.operation == .divide {
          #expect(number > 0)
        }
      }
    }
  }

  @Test func aSetHasNoSeedTwiceAndMayEnd() {
    let sampler = ProgramSampler(lineCount: 7, constantLimit: 5)
    let goals = HiddenGoalSet(sampler: sampler, excludesSolved: false).goals(count: 10_000)
    #expect(Set(goals.map(\.seed)).count == goals.count)
    #expect(goals.count >= 100 && goals.count < 10_000)
    #expect(goals.allSatisfy { $0.isHard })
  }

  @Test func solvedGoalsAreLeftOutOnRequest() {
    let sampler = ProgramSampler(lineCount: 7, constantLimit: 5)
    let goals = HiddenGoalSet(sampler: sampler, excludesSolved: true).goals(count: 79)
    #expect(goals.count == 79)
    #expect(goals.allSatisfy { $0.error(at: HiddenGoal.startInput) >= 1e-12 })
  }
}
