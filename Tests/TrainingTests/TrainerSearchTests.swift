// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import OPTO
import Testing
import Trace
import Training

/// Proposes the numbers of a list in turn, and ends after them.
private struct Scripted: Optimizer {
  var numbers: ArraySlice<Int>

  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    var values = signal.values
    guard let number = numbers.popFirst() else { return Proposal(.terminated, values: values) }
    values["number"] = .integer(number)
    return Proposal(.updated, values: values)
  }
}

struct TrainerSearchTests {
  private static func run(
    _ problem: CountingProblem, proposing numbers: [Int], steps: Int = 10, testCount: Int? = 3,
    budget: Budget = Budget(), testsEachState: Bool = false
  ) async throws -> (outcome: TrialOutcome, evaluations: [(EvaluationEvent, Evaluation)]) {
    let log = EventLog<TrialEvent>()
    var trainer = Trainer(
      problem: problem, optimizer: Scripted(numbers: numbers[...]),
      schedule: .search(
        "search", steps: steps, testCount: testCount, testsEachState: testsEachState),
      seed: Seed(rawValue: 0), limits: (budget, UsageCounter(), 1)
    ) { event in log.append(event) }
    let outcome = try await trainer.run()
    let evaluations = log.values.compactMap { event in
      if case .evaluated(let place, let evaluation) = event { (place, evaluation) } else { nil }
    }
    return (outcome, evaluations)
  }

  private static func queried(_ evaluations: [(EvaluationEvent, Evaluation)]) -> [Int?] {
    evaluations.filter { $0.0.phase == .training }.map { $0.0.values["number"]?.integerValue }
  }

  @Test func everyProposalIsQueriedOnTheOneExampleUntilTheTargetIsReached() async throws {
    let (outcome, evaluations) = try await Self.run(
      CountingProblem(goal: 8), proposing: [3, 2, 7, 9])
    #expect(outcome.stopReason == .targetReached)
    #expect(Self.queried(evaluations) == [0, 3, 2, 7])
    #expect(outcome.usage.steps == 3)
    let training = evaluations.filter { $0.0.phase == .training }
    #expect(Set(training.map(\.1.example.rawValue)) == ["train-0"])
    #expect(!evaluations.contains { $0.0.phase == .checkpoint })
  }

  @Test func theBestStateByTrainingScoreIsTestedAndTheEarlierOfEqualOnesWins() async throws {
    // 8 and 10 are equally far from the number that is asked for, 9.
    let (outcome, evaluations) = try await Self.run(
      CountingProblem(goal: 10), proposing: [8, 10, 4], steps: 3)
    #expect(outcome.stopReason == .budgetExhausted)
    #expect(outcome.selected["number"] == 8)
    #expect(outcome.final["number"] == 4)
    let tested = evaluations.filter { $0.0.phase == .selected }
    #expect(tested.map { $0.0.values["number"] } == [8, 8, 8])
    #expect(evaluations.count { $0.0.phase == .initial } == 3)
  }

  @Test func theSearchGoesOnFromAStateThatRaisesAnException() async throws {
    let problem = CountingProblem(goal: 20, start: 1, mood: .raisesBelowZero)
    let (outcome, evaluations) = try await Self.run(problem, proposing: [-2, 5])
    #expect(Self.queried(evaluations) == [1, -2, 5])
    #expect(evaluations[1].1.assessment.outcome == .exception)
    #expect(outcome.stopReason == .terminated)
    #expect(outcome.selected["number"] == 5)
  }

  @Test func aBudgetOfStepsStandsAboveTheProtocols() async throws {
    let (outcome, evaluations) = try await Self.run(
      CountingProblem(goal: 40), proposing: Array(1...20), steps: 3, budget: Budget(steps: 6))
    #expect(outcome.stopReason == .budgetExhausted)
    #expect(Self.queried(evaluations) == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test func everyStateIsTestedOnceAfterTrainingWhereTheProtocolSaysSo() async throws {
    let (outcome, evaluations) = try await Self.run(
      CountingProblem(goal: 8), proposing: [3, 7, 3, 2], testCount: 2, testsEachState: true)
    #expect(outcome.selected["number"] == 7)
    #expect(Self.queried(evaluations) == [0, 3, 7])
    let (plain, fewer) = try await Self.run(
      CountingProblem(goal: 40), proposing: [3, 7, 3, 2], steps: 4, testCount: 2)
    let (tested, all) = try await Self.run(
      CountingProblem(goal: 40), proposing: [3, 7, 3, 2], steps: 4, testCount: 2,
      testsEachState: true)
    #expect(plain.selected == tested.selected)
    let training = fewer.map(\.1) + []
    #expect(Array(all.map(\.1).prefix(training.count)) == training)
    let added = all.dropFirst(training.count)
    #expect(added.allSatisfy { $0.0.phase == .checkpoint && $0.0.split == .test })
    #expect(added.map { $0.0.values["number"]?.integerValue } == [3, 3, 2, 2])
  }
}
