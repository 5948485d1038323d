// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension Trainer {
  /// Searches among all states that were proposed, those first that promise most.
  ///
  /// In each round the states with the highest upper confidence bounds of their training scores run
  /// a batch and get a step each; what is proposed runs the same batch and enters the memory. In
  /// the end validation chooses among the states with the highest mean scores.
  mutating func prioritySearch(_ values: inout ParameterValues) async throws -> StopReason {
    var order = batchOrder
    guard order.countPerEpoch > 0, let batches = schedule.batches else { return .examplesExhausted }
    try await checkpoint(values)
    var memory = PriorityMemory<PooledState>(confidence: batches.confidence)
    memory.add(PooledState(values: values, optimizer: optimizer), scores: [])
    var right = RightExamples()
    var idle = 0
    var reason = StopReason.budgetExhausted
    do {
      rounds: while mayContinue {
        let batch = order.next()
        var hasProgress = false
        for place in memory.best(batches.beam) {
          guard mayContinue else { break }
          var state = memory[place]
          let (evaluations, signal) = try await query(batch, with: state.values)
          memory.note(evaluations.map(\.assessment.score), of: place)
          guard evaluations.contains(where: { $0.assessment.outcome != .correct }) else {
            hasProgress = true
            let count = right.add(batch, of: state.values)
            if count == order.exampleCount { reason = .targetReached }
            continue
          }
          right.forget(state.values)
          guard mayEvaluate else { break }
          let proposal = try await step(of: &state.optimizer, from: signal, on: batch)
          memory[place] = state
          guard !memory.contains(where: { $0.values == proposal.values }) else { continue }
          hasProgress = true
          values = proposal.values
          guard mayEvaluate else { break }
          _ = try await meanScore(of: values, on: batch, of: .train)
          let scores = batch.compactMap { knownScores[proposal.values, $0] }
          memory.add(PooledState(values: values, optimizer: state.optimizer), scores: scores)
        }
        idle = hasProgress ? 0 : idle + 1
        if idle == order.countPerEpoch { reason = .noChange }
        if reason != .budgetExhausted { break rounds }
      }
    } catch is BudgetRefusal {
      // The memory has what was found before.
    }
    for place in memory.highestMeans(3) { try await checkpoint(memory[place].values) }
    return reason
  }
}
