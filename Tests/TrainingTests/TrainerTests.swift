// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import OPTO
import Testing
import Trace
import Training

/// Adds a fixed number at each step, whatever it is told, or fails.
private struct Adder: Optimizer {
  enum Habit { case adds(Int), fails, terminates }
  let habit: Habit

  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    var values = signal.values
    switch habit {
    case .adds(let step):
      values["number"] = .integer((values["number"]?.integerValue ?? 0) + step)
      return Proposal(.updated, values: values)
    case .fails: throw ProblemError(.evaluationFailed, "no answer")
    case .terminates: return Proposal(.terminated, values: values)
    }
  }
}

struct TrainerTests {
  static var schedule: TrainingProtocol {
    var schedule = TrainingProtocol.paper
    schedule.trainCount = 6
    schedule.validationCount = 2
    schedule.testCount = 3
    return schedule
  }

  private static func run(
    _ problem: CountingProblem, _ habit: Adder.Habit, schedule: TrainingProtocol = schedule,
    budget: Budget = Budget(), concurrency: Int = 1, counter: UsageCounter = UsageCounter(),
    onEvent: @escaping @Sendable (TrialEvent) -> Void = { _ in }
  ) async throws -> (outcome: TrialOutcome?, events: [TrialEvent], error: (any Error)?) {
    let log = EventLog<TrialEvent>()
    var trainer = Trainer(
      problem: problem, optimizer: Adder(habit: habit), schedule: schedule, seed: Seed(rawValue: 0),
      limits: (budget, counter, concurrency)
    ) { event in
      log.append(event)
      onEvent(event)
    }
    do {
      return (try await trainer.run(), log.values, nil)
    } catch {
      return (nil, log.values, error)
    }
  }

  private static func evaluations(_ events: [TrialEvent]) -> [(EvaluationEvent, Evaluation)] {
    events.compactMap { event in
      if case .evaluated(let place, let evaluation) = event { (place, evaluation) } else { nil }
    }
  }

  @Test func theBestCheckpointIsSelectedAndTestedOnceBesideTheInitialState() async throws {
    let (outcome, events, error) = try await Self.run(CountingProblem(goal: 4), .adds(1))
    #expect(error == nil)
    let result = try #require(outcome)
    #expect(result.selected["number"] == 3)
    #expect(result.final["number"] == 3)
    #expect(result.stopReason == .examplesExhausted)
    #expect(result.usage.steps == 3)
    let phases = Self.evaluations(events).map(\.0.phase)
    #expect(phases.count { $0 == .training } == 6)
    // The first two wrong states, and the right one once although three examples were right.
    #expect(phases.count { $0 == .checkpoint } == 3 * 2)
    #expect(phases.count { $0 == .initial } == 3)
    #expect(phases.count { $0 == .selected } == 3)
  }

  @Test func aRightExampleLeadsToNoStep() async throws {
    let (outcome, events, _) = try await Self.run(CountingProblem(goal: 1), .adds(1))
    #expect(outcome?.usage.steps == 0)
    #expect(outcome?.selected == outcome?.initial)
    #expect(!Self.evaluations(events).contains { $0.0.phase == .selected })
  }

  @Test func anExceptionReloadsTheBestCheckpointBeforeTheNextStep() async throws {
    let problem = CountingProblem(goal: 20, start: 1, mood: .raisesBelowZero)
    let (outcome, events, _) = try await Self.run(problem, .adds(-2))
    let training = Self.evaluations(events).filter { $0.0.phase == .training }
    // 1 is wrong, -1 raises, 1 is tried again on the same example, and so on.
    let values = training.map { $0.0.values["number"]?.integerValue }
    #expect(values.prefix(5) == [1, -1, 1, -1, 1])
    #expect(training[1].1.example == training[2].1.example)
    #expect(training[1].1.assessment.outcome == .exception)
    #expect(outcome?.selected["number"] == 1)
  }

  @Test(arguments: [
    (Budget(steps: 2), 2), (Budget(evaluations: 1), 1), (Budget(modelCalls: 0), 0),
    (Budget(tokens: 0), 0),
  ])
  func aSpentBudgetEndsTrainingAndTheStateIsStillTested(budget: Budget, steps: Int) async throws {
    let (outcome, events, _) = try await Self.run(
      CountingProblem(goal: 40), .adds(1), budget: budget)
    #expect(outcome?.stopReason == .budgetExhausted)
    #expect(outcome?.usage.steps == steps)
    #expect(Self.evaluations(events).contains { $0.0.phase == .initial })
  }

  @Test func theProtocolsStepLimitHolds() async throws {
    var schedule = Self.schedule
    schedule.steps = 2
    schedule.validatesEnds = true
    let (outcome, events, _) = try await Self.run(
      CountingProblem(goal: 3), .adds(1), schedule: schedule)
    #expect(outcome?.usage.steps == 2)
    #expect(outcome?.stopReason == .budgetExhausted)
    // The state after the second step is right, and only the last validation can see it.
    #expect(outcome?.selected["number"] == 2)
    #expect(Self.evaluations(events).last?.0.phase == .selected)
  }

  @Test func aFailedModelOfTheOptimizerEndsTheTrialWithARecordAndNoScore() async throws {
    let (outcome, events, error) = try await Self.run(CountingProblem(goal: 4), .fails)
    #expect(outcome == nil)
    #expect(error is TrialFailure)
    guard case .proposalFailed(let step, _, let message)? = events.last else {
      Issue.record("the failure was not recorded")
      return
    }
    #expect(step == 0)
    #expect(message == "no answer")
  }

  @Test func anEvaluationThatCannotBeMadeIsRecordedWithoutAScore() async throws {
    let (_, events, error) = try await Self.run(CountingProblem(goal: 4, mood: .isOut), .adds(1))
    #expect(error is TrialFailure)
    guard case .evaluationFailed(let place, let example, _)? = events.last else {
      Issue.record("the failure was not recorded")
      return
    }
    #expect(place.sequence == 0)
    #expect(example.rawValue == "train-0")
  }

  @Test func anOptimizerThatIsDoneMakesNoUpdateAndTheLoopGoesOn() async throws {
    let (outcome, events, _) = try await Self.run(CountingProblem(goal: 4), .terminates)
    #expect(outcome?.stopReason == .examplesExhausted)
    #expect(outcome?.usage.steps == 6)
    #expect(outcome?.final == outcome?.initial)
    #expect(Self.evaluations(events).count { $0.0.phase == .training } == 6)
  }

  @Test func callsAndTokensThatOthersCountAreSeenBeforeTheNextStep() async throws {
    let counter = UsageCounter()
    let (outcome, _, _) = try await Self.run(
      CountingProblem(goal: 40), .adds(1), budget: Budget(modelCalls: 5), counter: counter
    ) { event in
      if case .evaluated(let place, _) = event, place.phase == .training {
        counter.add(CallCost(tokens: 1))
      }
      if case .proposed = event { counter.add(CallCost(tokens: 1)) }
    }
    #expect(outcome?.usage.steps == 3)
    #expect(outcome?.stopReason == .budgetExhausted)
  }

  @Test func aBudgetOfStepsStandsAboveTheProtocols() async throws {
    var schedule = Self.schedule
    schedule.steps = 2
    let (outcome, _, _) = try await Self.run(
      CountingProblem(goal: 40), .adds(1), schedule: schedule, budget: Budget(steps: 4))
    #expect(outcome?.usage.steps == 4)
  }

  @Test func whereTheProtocolSaysSoTheFirstStateIsACandidateAlsoWhenItRaises() async throws {
    var schedule = Self.schedule
    schedule.validatesEnds = true
    schedule.steps = 2
    let problem = CountingProblem(goal: 20, start: -1, mood: .raisesBelowZero)
    let (outcome, _, _) = try await Self.run(problem, .adds(-1), schedule: schedule)
    #expect(outcome?.selected == outcome?.initial)
    #expect(outcome?.final["number"] == -2)
  }

  @Test func whatTheRecordThrowsIsNotTakenForAFailedEvaluation() async throws {
    let log = EventLog<TrialEvent>()
    var trainer = Trainer(
      problem: CountingProblem(goal: 4), optimizer: Adder(habit: .adds(1)),
      schedule: Self.schedule, seed: Seed(rawValue: 0), limits: (Budget(), UsageCounter(), 1)
    ) { event in
      log.append(event)
      if log.values.count == 3 { throw ProblemError(.evaluationFailed, "the disk is full") }
    }
    await #expect(throws: ProblemError.self) { try await trainer.run() }
    #expect(log.values.count == 3)
  }

  @Test func sequenceNumbersDoNotDependOnConcurrency() async throws {
    func places(_ concurrency: Int) async throws -> [String] {
      let events = try await Self.run(
        CountingProblem(goal: 4), .adds(1), concurrency: concurrency
      ).events
      return Self.evaluations(events).map { place, evaluation in
        "\(place.sequence) \(place.phase) \(evaluation.example) \(place.values.digest.shortHex)"
      }.sorted()
    }
    #expect(try await places(1) == places(8))
  }

  @Test func otherSeedsDrawOtherTrainingExamplesButTheSameTest() {
    let problem = CountingProblem(goal: 1)
    func ids(_ split: DatasetSplit, _ seed: UInt64) -> [String] {
      Self.schedule.examples(of: problem, in: split, seed: Seed(rawValue: seed)).map(\.rawValue)
    }
    #expect(ids(.train, 0) == (0..<6).map { "train-\($0)" })
    #expect(ids(.train, 1) != ids(.train, 0))
    #expect(ids(.train, 1) == ids(.train, 1))
    #expect(Set(ids(.train, 1)).count == 6)
    #expect(ids(.validation, 1) == ids(.validation, 0))
    #expect(ids(.test, 1) == ids(.test, 0))
  }
}
