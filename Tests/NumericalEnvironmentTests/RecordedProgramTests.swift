// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import NumericalEnvironment
import OPTO
import Testing
import Trace

/// Compares with the 100 programs that were recorded from the published sampler and filter.
@Suite(.enabled(if: SharedReference.programs != nil, "the recorded reference values are not here"))
struct RecordedProgramTests {
  private let recorded: [RecordedProgram]
  private let goals: [HiddenGoal]

  init() throws {
    recorded = try RecordedProgram.all()
    let sampler = ProgramSampler(lineCount: 7, constantLimit: 5)
    goals = HiddenGoalSet(sampler: sampler, excludesSolved: false).goals(count: 100)
  }

  @Test func theChainOfSeedsAndTheGoalsAreThePublishedOnes() {
    #expect(recorded.count == 100)
    #expect(goals.map(\.seed) == recorded.map(\.seed))
    #expect(goals.map(\.goalInput) == recorded.map(\.goalInput))
    #expect(goals.map(\.target) == recorded.map(\.target))
  }

  /// A recording has one line less for each division by zero at the input that it was made with, so
  /// that only recordings of seven lines show the program.
  @Test func everyProgramIsTheRecordedOneLineByLine() {
    let complete = zip(goals, recorded).filter { $1.lines.count == 7 }
    #expect(complete.count == 92)
    for (goal, record) in complete {
      #expect(goal.program.description == record.lines.joined(separator: "\n"), "seed \(goal.seed)")
    }
  }

  @Test func outputsAreTheRecordedOnes() {
    for (goal, record) in zip(goals, recorded) {
      #expect(goal.program.output(for: -1.0) == record.startOutput, "seed \(goal.seed)")
      for (input, output) in record.outputs {
        #expect(goal.program.output(for: input) == output, "seed \(goal.seed) at \(input)")
      }
    }
  }

  @Test func slopesAreTheRecordedOnes() {
    for (goal, record) in zip(goals, recorded) {
      #expect(goal.program.slope(at: -1).derivative == record.startSlope, "seed \(goal.seed)")
    }
  }

  /// The recordings know no bounds; the input stays within 10 of zero, which a rate of 1 can exceed.
  @Test(arguments: [0.1, 0.3, 1.0])
  func theOptimizerAdamEndsAtTheRecordedErrors(rate: Double) async throws {
    var compared = 0
    for (number, (goal, record)) in zip(goals, recorded).enumerated() {
      let expected = try #require(record.adam[rate])
      let problem = ProgramProblem(goal, number: number, task: .published)
      let states = try await Descent(optimizer: "adam:rate=\(rate)", problem: problem)
        .states(steps: 10)
      let isHeld = states.contains { abs($0.values["x"]?.realValue ?? 0) == 10 }
      guard !isHeld else { continue }
      let errors = states.map { -$0.score }
      let (final, best) = (try #require(errors.last), try #require(errors.min()))
      let tolerance = 1e-9 * max(1, expected.final)
      #expect(abs(final - expected.final) <= tolerance, "seed \(goal.seed)")
      #expect(abs(best - expected.best) <= tolerance, "seed \(goal.seed)")
      compared += 1
    }
    #expect(rate < 1 ? compared == 100 : compared >= 90)
  }

  @Test func twentyOneGoalsAreSolvedAtTheStart() {
    #expect(goals.count(where: \.isSolvedAtStart) == 21)
    let errors = goals.map { $0.error(at: -1) }.filter { $0 > 1e-12 }.sorted()
    #expect(errors.count == 79)
    #expect(abs(errors[39] - 4) < 1e-9)
  }
}
