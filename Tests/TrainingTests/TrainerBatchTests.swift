// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import OPTO
import Testing
import Trace

@testable import Training

struct TrainerBatchTests {
  static func schedule(_ base: TrainingProtocol, steps: Int = 20) -> TrainingProtocol {
    var schedule = base
    schedule.trainCount = 6
    schedule.validationCount = 2
    schedule.testCount = 1
    schedule.steps = steps
    return schedule
  }

  static let batched: [TrainingProtocol] = [.minibatch, .gepa, .priority]

  @Test(arguments: batched)
  func theTargetEndsTheCourseAndIsSelected(base: TrainingProtocol) async throws {
    let log = try await TrainerLog.run(
      CountingProblem(goal: 9), ProposalRule(), [[3], [2], [6], [8], [8], [8], [8], [8], [8]],
      schedule: Self.schedule(base))
    #expect(log.outcome.stopReason == .targetReached)
    #expect(log.outcome.selected["number"] == 8)
    let training = log.places.filter { $0.phase == .training }
    #expect(training.count % 3 == 0)
  }

  @Test(arguments: batched)
  func aWholeEpochWithoutANewStateEndsTheCourse(base: TrainingProtocol) async throws {
    let log = try await TrainerLog.run(
      CountingProblem(goal: 9), ProposalRule(), [], schedule: Self.schedule(base))
    #expect(log.outcome.stopReason == .noChange)
    #expect(log.outcome.selected == log.outcome.initial)
  }

  @Test(arguments: batched)
  func stepsEndTheCourse(base: TrainingProtocol) async throws {
    let log = try await TrainerLog.run(
      CountingProblem(goal: 40), ProposalRule(), (1...20).map { [$0] },
      schedule: Self.schedule(base, steps: 4))
    #expect(log.outcome.stopReason == .budgetExhausted)
    #expect(log.outcome.usage.steps == 4)
    #expect(
      log.outcome.selected["number"]
        == log.proposals.map(\.values).compactMap { $0["number"] }
        .max { ($0.integerValue ?? 0) < ($1.integerValue ?? 0) })
  }

  @Test(arguments: batched)
  func theSameSeedGivesTheSameEvents(base: TrainingProtocol) async throws {
    func places() async throws -> [EvaluationEvent] {
      try await TrainerLog.run(
        CountingProblem(goal: 20), ProposalRule(), [[3], [9], [4], [12], [11], [13], [2]],
        schedule: Self.schedule(base, steps: 7)
      ).places.sorted { $0.sequence < $1.sequence }
    }
    #expect(try await places() == places())
  }

  @Test func aBatchGivesOneSignalWithAPartForEachExample() async throws {
    let problem = CountingProblem(goal: 9, start: 3)
    var query = BatchQuery(problem, values: ParameterValues(initialOf: problem.parameters))
    for example in problem.exampleIDs(in: .train).prefix(2) { _ = try await query.run(example) }
    let signal = try query.signal()
    #expect(
      signal.feedback == "ID [0]: The sum has to be larger.\nID [1]: The sum has to be larger.\n")
    #expect(signal.view.variables.map(\.name) == ["number0"])
    #expect(signal.view.others.map(\.name) == ["add0", "add1"])
    #expect(signal.parts.map(\.feedback) == Array(repeating: "The sum has to be larger.", count: 2))
    #expect(signal.parts.map { $0.view.outputs.map(\.name) } == [["add0"], ["add1"]])
  }

  @Test func batchesGoThroughEveryEpochInAnOrderOfItsOwn() {
    let examples = (0..<7).map { ExampleID(rawValue: "\($0)") }
    var order = BatchOrder(examples, size: 3, seed: Seed(rawValue: 1))
    var epochs: [[ExampleID]] = []
    for _ in 0..<3 { epochs.append((0..<order.countPerEpoch).flatMap { _ in order.next() }) }
    #expect(epochs[0] == examples)
    #expect(epochs.allSatisfy { Set($0) == Set(examples) && $0.count == 7 })
    #expect(epochs[1] != epochs[0] && epochs[2] != epochs[1])
  }

  @Test func theParetoFrontHasTheBestOfEachExampleWithoutDominatedStates() {
    let front = ParetoFront([[1, 0, 0], [0, 1, 0], [1, 0.5, 0], [0.5, 1, 1]])
    #expect(front.members.map(\.place) == [2, 3])
    #expect(front.members.map(\.wins) == [1, 2])
    var generator = SeededGenerator(seed: 3)
    var drawn = [0, 0, 0, 0]
    for _ in 0..<3000 { drawn[front.draw(using: &generator)] += 1 }
    #expect(drawn[0] == 0 && drawn[1] == 0)
    #expect(abs(drawn[3] - 2000) < 120)
  }

  @Test func equalStatesAreAllOnTheFront() {
    #expect(ParetoFront([[1, 0], [1, 0]]).members.map(\.place) == [0, 1])
  }

  @Test func theUpperBoundWeighsTheMeanAgainstTheNumberOfScores() {
    var memory = PriorityMemory<String>(confidence: 1)
    memory.add("often", scores: Array(repeating: 0.6, count: 50))
    memory.add("seldom", scores: [0.5])
    memory.add("bad", scores: Array(repeating: 0, count: 50))
    // ln(102)/1 leaves the seldom state more doubt than ln(102)/50 the other one.
    #expect(memory.best(3) == [1, 0, 2])
    #expect(memory.highestMeans(2) == [0, 1])
    memory.add("new", scores: [])
    #expect(memory.best(1) == [3])
    #expect(!memory.highestMeans(4).contains(3))
    var bold = PriorityMemory<String>(confidence: 0)
    bold.add("a", scores: [0.5])
    bold.add("b", scores: [0.6, 0.6])
    #expect(bold.best(1) == [1])
  }
}
