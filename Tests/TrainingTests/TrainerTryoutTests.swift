// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import OPTO
import Testing
import Trace
import Training

/// Proposes lists of numbers in turn under a rule, and a fixed number after an exception.
struct RuledOptimizer: Optimizer {
  var rule: ProposalRule
  var lists: ArraySlice<[Int]>
  var repaired: Int?
  let seen: EventLog<Int>

  init(_ rule: ProposalRule, _ lists: [[Int]], repaired: Int? = nil, seen: EventLog<Int>) {
    self.rule = rule
    self.lists = lists[...]
    self.repaired = repaired
    self.seen = seen
  }

  private func proposal(_ number: Int, _ values: ParameterValues) -> Proposal {
    var changed = values
    changed["number"] = .integer(number)
    return Proposal(changed == values ? .noChange : .updated, values: changed)
  }

  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    try await candidates(from: signal)[0]
  }

  mutating func candidates(from signal: TrainingSignal) async throws -> [Proposal] {
    let numbers = lists.popFirst() ?? []
    return numbers.isEmpty
      ? [Proposal(.noChange, values: signal.values)] : numbers.map { proposal($0, signal.values) }
  }

  mutating func observe(_ signal: TrainingSignal) {
    seen.append(signal.values["number"]?.integerValue ?? 0)
  }

  mutating func revise(
    _ proposal: Proposal, after signal: TrainingSignal
  ) async throws -> Proposal? {
    repaired.map { self.proposal($0, proposal.values) }
  }
}

/// What a run of a trainer came to.
struct TrainerLog {
  let outcome: TrialOutcome
  let events: [TrialEvent]
  let observed: [Int]

  static func run(
    _ problem: CountingProblem, _ rule: ProposalRule, _ lists: [[Int]], repaired: Int? = nil,
    schedule: TrainingProtocol, budget: Budget = Budget()
  ) async throws -> TrainerLog {
    let (log, seen) = (EventLog<TrialEvent>(), EventLog<Int>())
    var trainer = Trainer(
      problem: problem,
      optimizer: RuledOptimizer(rule, lists, repaired: repaired, seen: seen), schedule: schedule,
      seed: Seed(rawValue: 0), limits: (budget, UsageCounter(), 2)
    ) { event in log.append(event) }
    let outcome = try await trainer.run()
    return TrainerLog(outcome: outcome, events: log.values, observed: seen.values)
  }

  var proposals: [Proposal] {
    events.compactMap { event in
      if case .proposed(_, _, let proposal) = event { proposal } else { nil }
    }
  }

  var places: [EvaluationEvent] {
    events.compactMap { event in
      if case .evaluated(let place, _) = event { place } else { nil }
    }
  }
}

struct TrainerTryoutTests {
  static var schedule: TrainingProtocol {
    var schedule = TrainingProtocol.paper
    schedule.trainCount = 4
    schedule.validationCount = 2
    schedule.testCount = 1
    return schedule
  }

  private static let gate = ProposalRule(acceptance: .better, evidence: .both)

  // The sum is the number and 1, and the goal is 9: the nearer the number is to 8, the better.

  @Test func theBestOfSeveralProposalsIsTakenAndAllAreReported() async throws {
    let log = try await TrainerLog.run(
      CountingProblem(goal: 9), ProposalRule(), [[2, 7, 5]], schedule: Self.schedule,
      budget: Budget(steps: 1))
    let proposal = try #require(log.proposals.first)
    #expect(proposal.values["number"] == 7)
    #expect(proposal.trials.map(\.verdict) == ["best so far", "best so far", "another is as good"])
    #expect(proposal.trials.map(\.batch) == [1.0 / 7, 0.5, 0.25])
    #expect(log.observed == [2, 7, 5])
  }

  @Test func whatIsNotBetterIsRefusedAndTheValuesStay() async throws {
    let log = try await TrainerLog.run(
      CountingProblem(goal: 9, start: 5), Self.gate, [[3], [5], [11], [7]], schedule: Self.schedule)
    #expect(log.proposals.map(\.outcome) == [.rejected, .noChange, .rejected, .updated])
    #expect(log.proposals.map { $0.values["number"] } == [5, 5, 5, 7])
    #expect(log.proposals[0].rejections.map(\.parameter) == ["number"])
    #expect(log.outcome.selected["number"] == 7)
  }

  @Test func anEqualStateIsTakenWhereItOnlyHasToBeNotWorse() async throws {
    let rule = ProposalRule(acceptance: .notWorse, evidence: .both)
    // 5 and 11 are equally far from 8.
    let log = try await TrainerLog.run(
      CountingProblem(goal: 9, start: 5), rule, [[11]], schedule: Self.schedule,
      budget: Budget(steps: 1))
    #expect(log.proposals[0].outcome == .updated)
    #expect(log.outcome.final["number"] == 11)
    // Validation knows no difference, but the later state had to prove itself.
    #expect(log.outcome.selected["number"] == 11)
  }

  @Test func everyTrialIsAnEvaluationAndNoneIsMadeTwice() async throws {
    let log = try await TrainerLog.run(
      CountingProblem(goal: 9, start: 5), Self.gate, [[3], [7], [3]], schedule: Self.schedule,
      budget: Budget(steps: 3))
    let tried = log.places.filter { $0.values["number"] == 3 }
    // Worse on the batch: no validation; tried again on another example, on that one only.
    #expect(tried.map(\.split) == [.train, .train])
    #expect(log.places.filter { $0.values["number"] == 7 && $0.split == .validation }.count == 2)
    // Examples of one batch are scored at once and may end in any order.
    #expect(log.places.map(\.sequence).sorted() == Array(0..<log.places.count))
    #expect(log.outcome.usage.evaluations == log.places.count)
  }

  @Test func aProposalThatRaisesAnExceptionIsRepairedOnceOrRefused() async throws {
    let problem = CountingProblem(goal: 9, start: 5, mood: .raisesBelowZero)
    let rule = ProposalRule(repairsExceptions: true)
    let repaired = try await TrainerLog.run(
      problem, rule, [[-1]], repaired: 6, schedule: Self.schedule, budget: Budget(steps: 1))
    #expect(repaired.proposals[0].values["number"] == 6)
    #expect(repaired.observed == [6])
    let hopeless = try await TrainerLog.run(
      problem, rule, [[-1]], repaired: -2, schedule: Self.schedule, budget: Budget(steps: 1))
    #expect(hopeless.proposals[0].outcome == .rejected)
    #expect(hopeless.proposals[0].trials.map(\.verdict) == ["raises an exception"])
    #expect(hopeless.outcome.final["number"] == 5)
  }

  @Test func nothingMoreIsTriedWhenTheBudgetIsSpent() async throws {
    let log = try await TrainerLog.run(
      CountingProblem(goal: 9, start: 5), ProposalRule(), [[1, 2, 3, 4, 6]],
      schedule: Self.schedule, budget: Budget(evaluations: 5))
    #expect(log.proposals.first?.trials.count == 2)
    #expect(log.outcome.stopReason == .budgetExhausted)
  }

  @Test func examplesSeenBeforeBelongToTheEvidence() async throws {
    let rule = ProposalRule(acceptance: .better, recall: 2)
    let log = try await TrainerLog.run(
      CountingProblem(goal: 9, start: 5), rule, [[], [], [7]], schedule: Self.schedule,
      budget: Budget(steps: 3))
    #expect(log.places.filter { $0.values["number"] == 7 && $0.split == .train }.count == 3)
  }
}
