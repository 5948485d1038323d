// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension Trainer {
  /// Goes once over the training examples.
  ///
  /// This is the loop of the paper (Cheng, Nie and Swaminathan, 2024, appendix C.4): batches of one,
  /// no update on a correct example, a checkpoint after each correct example and the first two wrong
  /// ones, the best checkpoint reloaded when the workflow raises an exception. An optimizer that
  /// says that nothing is left to improve makes no update on that example, and the loop goes on.
  mutating func pass(_ values: inout ParameterValues) async throws -> StopReason {
    if schedule.validatesEnds { try await checkpoint(values) }
    var stopReason = StopReason.budgetExhausted
    do {
      stopReason = try await goThroughExamples(&values)
    } catch is BudgetRefusal {
      // The state before the refused call is the last one.
    }
    if schedule.validatesEnds || checkpoints.isEmpty { try await checkpoint(values) }
    return stopReason
  }

  private mutating func goThroughExamples(
    _ values: inout ParameterValues
  ) async throws -> StopReason {
    var wrongCount = 0
    for example in schedule.examples(of: oracle.problem, in: .train, seed: seed) {
      guard mayContinue else { return .budgetExhausted }
      var (evaluation, signal) = try await query(example, with: values)
      if evaluation.assessment.outcome == .exception, let best, best.values != values {
        values = best.values
        (evaluation, signal) = try await query(example, with: values)
      }
      switch evaluation.assessment.outcome {
      case .correct:
        try await checkpoint(values)
        continue
      case .incorrect, .invalidAnswer:
        if wrongCount < 2 { try await checkpoint(values) }
        wrongCount += 1
      case .exception:
        break
      }
      values = try await step(from: signal, on: [example]).values
    }
    return .examplesExhausted
  }

  /// Scores a state on the validation examples, unless it was a checkpoint before.
  mutating func checkpoint(_ values: ParameterValues) async throws {
    guard !checkpoints.contains(where: { $0.values == values }) else { return }
    let mean = try await meanScore(of: values, in: .validation) ?? 0
    checkpoints.append(Checkpoint(values: values, score: mean, proofs: proofs[values] ?? 0))
  }
}
