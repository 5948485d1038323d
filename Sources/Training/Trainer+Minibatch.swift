// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension Trainer {
  /// Goes over the training examples in batches, epoch after epoch.
  ///
  /// The feedback of a batch is given at once; a batch on which every target is reached leads to no
  /// step. The course ends when nothing more may be spent, when one state was right on every example, when a
  /// whole epoch of steps changed nothing, or when the optimizer says that nothing is left.
  mutating func minibatches(_ values: inout ParameterValues) async throws -> StopReason {
    var order = batchOrder
    guard order.countPerEpoch > 0 else { return .examplesExhausted }
    try await checkpoint(values)
    var right = RightExamples()
    var idle = 0
    while mayContinue {
      let batch = order.next()
      let (evaluations, signal) = try await query(batch, with: values)
      guard evaluations.contains(where: { $0.assessment.outcome != .correct }) else {
        if right.add(batch, of: values) == order.exampleCount { return .targetReached }
        continue
      }
      right.forget(values)
      guard mayEvaluate else { break }
      let proposal = try await step(from: signal, on: batch)
      if proposal.outcome == .terminated { return .terminated }
      idle = proposal.values == values ? idle + 1 : 0
      if idle == order.countPerEpoch { return .noChange }
      values = proposal.values
      if idle == 0 { try await checkpoint(values) }
    }
    return .budgetExhausted
  }

  /// The training examples of the protocol in its batches.
  var batchOrder: BatchOrder {
    BatchOrder(
      schedule.examples(of: oracle.problem, in: .train, seed: seed),
      size: schedule.batches?.size ?? 1, seed: seed.derived(for: "batches"))
  }
}
