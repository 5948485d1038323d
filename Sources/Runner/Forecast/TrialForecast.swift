// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Training

/// The most that a trial may ask for, by its protocol and budget; nil where nothing bounds it.
package struct TrialForecast: Sendable, Hashable {
  /// Optimizer updates.
  package let steps: Int?
  /// Scored forward passes, test included.
  package let evaluations: Int?
  /// Calls of the task model.
  package let taskCalls: Int?
  /// Calls of the optimizer model.
  package let optimizerCalls: Int?
  /// Tokens of all requests to the task model, estimated from the request of the initial state.
  package let taskPromptTokens: Int?
  /// Tokens of all requests to the optimizer model, estimated from the first request; later ones of
  /// optimizers with a memory are longer.
  package let optimizerPromptTokens: Int?
  /// Tokens of all answers of the task model.
  package let taskCompletionTokens: Int?
  /// Tokens of all answers of the optimizer model.
  package let optimizerCompletionTokens: Int?
  /// Tokens of the longest request of one evaluation and one update, estimated from the initial
  /// state; 0 when the trial asks no model.
  package let longestRequest: Int

  /// Computes the bounds.
  ///
  /// - Parameters:
  ///   - schedule: The protocol.
  ///   - budget: The budget.
  ///   - counts: The examples of each split that the trial uses.
  ///   - rehearsal: What one evaluation and one update ask for.
  init(
    _ schedule: TrainingProtocol, _ budget: Budget,
    counts: (train: Int, validation: Int, test: Int), rehearsal: Rehearsal
  ) {
    let bound = TrainingBound(schedule, budget, counts: counts, tryout: rehearsal.tryout)
    let calls = bound.calls(
      within: budget, evaluation: rehearsal.evaluation.calls,
      step: rehearsal.step.calls + rehearsal.tryout.repairs)
    steps = bound.steps
    // The first and the chosen state, or the first and each that was proposed.
    let tested = schedule.testsEachState ? steps.map { max(2, $0.plus(1)) } : 2
    let tests = tested.map { $0.times(counts.test) }
    func with<Bound>(_ bound: Int?, _ tests: Int?, _ sum: (Int, Int) -> Bound) -> Bound? {
      bound.flatMap { bound in tests.map { sum(bound, $0) } }
    }
    evaluations = with(bound.evaluations, tests) { $0.plus($1) }
    let perEvaluation = rehearsal.evaluation.calls
    taskCalls =
      perEvaluation == 0 ? 0 : with(calls.task, tests) { $0.plus($1.times(perEvaluation)) }
    optimizerCalls = rehearsal.step.calls == 0 ? 0 : calls.optimizer
    taskPromptTokens = Self.tokens(taskCalls, rehearsal.evaluation)
    optimizerPromptTokens = Self.tokens(optimizerCalls, rehearsal.step)
    taskCompletionTokens = taskCalls.map { $0.times(schedule.answerTokens) }
    optimizerCompletionTokens = optimizerCalls.map { $0.times(schedule.proposalTokens) }
    longestRequest = max(rehearsal.evaluation.longestRequest, rehearsal.step.longestRequest)
  }

  private static func tokens(_ calls: Int?, _ demand: Rehearsal.Demand) -> Int? {
    calls.map { calls in
      guard demand.calls > 0 else { return 0 }
      return calls.times(demand.promptTokens).plus(demand.calls - 1) / demand.calls
    }
  }
}
