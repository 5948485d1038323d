// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension Trainer {
  /// A state of a pool, with an optimizer whose memory is that of the state's own line.
  struct PooledState {
    let values: ParameterValues
    var optimizer: any Optimizer
  }

  /// Searches by reflection among the states that are best on some validation example.
  ///
  /// GEPA, "Reflective Prompt Evolution" (Agrawal et al., 2025, algorithms 1 and 2) without its
  /// merge: a parent is drawn from the Pareto front of the validation scores, in proportion to the
  /// examples on which it is best; its proposal enters the pool when it is better on the batch.
  mutating func paretoSearch(_ values: inout ParameterValues) async throws -> StopReason {
    var order = batchOrder
    let instances = schedule.examples(of: oracle.problem, in: .validation, seed: seed)
    guard order.countPerEpoch > 0, !instances.isEmpty else { return .examplesExhausted }
    var generator = seed.derived(for: "pareto front").makeGenerator()
    var pool = [PooledState(values: values, optimizer: optimizer)]
    try await checkpoint(values)
    var right = RightExamples()
    var idle = 0
    while mayContinue {
      let front = ParetoFront(
        pool.map { state in instances.map { knownScores[state.values, $0] ?? 0 } })
      let parent = front.draw(using: &generator)
      let batch = order.next()
      let (evaluations, signal) = try await query(batch, with: pool[parent].values)
      guard evaluations.contains(where: { $0.assessment.outcome != .correct }) else {
        let count = right.add(batch, of: pool[parent].values)
        if count == order.exampleCount { return .targetReached }
        continue
      }
      right.forget(pool[parent].values)
      guard mayEvaluate else { break }
      let proposal = try await step(of: &pool[parent].optimizer, from: signal, on: batch)
      if pool.contains(where: { $0.values == proposal.values }) {
        idle += 1
        if idle == 2 * order.countPerEpoch { return .noChange }
        continue
      }
      idle = 0
      values = proposal.values
      try await checkpoint(values)
      pool.append(PooledState(values: values, optimizer: pool[parent].optimizer))
    }
    return .budgetExhausted
  }
}
