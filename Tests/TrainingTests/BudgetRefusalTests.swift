// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import OPTO
import Testing
import Trace
import Training

/// Adds one at each step, after a call that costs ten tokens and may be refused.
private struct CallingAdder: Optimizer {
  let counter: UsageCounter
  /// Whether it goes on with what it has when its call is refused.
  let isStubborn: Bool

  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    let cost = CallCost(tokens: 10)
    if let reason = counter.reserve(cost) {
      guard isStubborn else { throw ProblemError(.evaluationFailed, reason) }
    } else {
      counter.settle(cost, as: cost)
    }
    var values = signal.values
    values["number"] = .integer((values["number"]?.integerValue ?? 0) + 1)
    return Proposal(.updated, values: values)
  }
}

struct BudgetRefusalTests {
  private func run(
    _ schedule: TrainingProtocol, _ budget: Budget, isStubborn: Bool = false
  ) async throws -> (TrialOutcome, [TrialEvent]) {
    let counter = UsageCounter(budget: budget)
    let log = EventLog<TrialEvent>()
    var trainer = Trainer(
      problem: CountingProblem(goal: 40),
      optimizer: CallingAdder(counter: counter, isStubborn: isStubborn), schedule: schedule,
      seed: Seed(rawValue: 0), limits: (budget, counter, 1)
    ) { event in log.append(event) }
    return (try await trainer.run(), log.values)
  }

  private func steps(_ events: [TrialEvent]) -> Int {
    events.count { if case .proposed = $0 { true } else { false } }
  }

  private func failures(_ events: [TrialEvent]) -> Int {
    events.count { event in
      switch event {
      case .proposalFailed, .evaluationFailed: true
      default: false
      }
    }
  }

  @Test(arguments: [TrainingProtocol.paper, .search("search", steps: 30)])
  func aRefusedCallEndsTrainingAndIsNoFailure(schedule: TrainingProtocol) async throws {
    // Two calls of ten tokens fit, the third could reach 30.
    let (outcome, events) = try await run(schedule, Budget(tokens: 29))
    #expect(outcome.stopReason == .budgetExhausted)
    #expect(outcome.usage.steps == 2)
    #expect(outcome.usage.tokens == 20)
    #expect(outcome.final["number"] == 2)
    #expect(steps(events) == 2)
    #expect(failures(events) == 0)
    let tested = events.contains { event in
      if case .evaluated(let place, _) = event { place.phase == .initial } else { false }
    }
    #expect(tested)
  }

  @Test func anOptimizerThatPassesOverARefusalMakesOneStepMoreAtMost() async throws {
    let (outcome, events) = try await run(.paper, Budget(tokens: 29), isStubborn: true)
    #expect(outcome.stopReason == .budgetExhausted)
    #expect(steps(events) == 3)
  }
}
