// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Training

/// The most updates and evaluations of a trial's training; nil where nothing bounds them.
struct TrainingBound: Sendable {
  let steps: Int?
  let evaluations: Int?
  /// Evaluations that one turn of the loop can still make after the budget was last checked.
  private let overshoot: Int

  init(
    _ schedule: TrainingProtocol, _ budget: Budget,
    counts: (train: Int, validation: Int, test: Int), tryout: TryoutDemand
  ) {
    let (train, validation) = (counts.train, counts.validation)
    let limit = budget.steps ?? schedule.steps
    let size = schedule.batches.map { min($0.size, train) } ?? 1
    let trying = tryout.evaluations(batch: size, validation: validation)
    let full: Int?
    switch schedule.course {
    case .pass:
      // A query and the one after an exception for each example; each state is validated once.
      let updates = min(limit ?? train, train)
      steps = updates
      full = (2 * train).plus(updates.plus(1).times(validation)).plus(updates.times(trying))
      overshoot = 2 + 2 * validation + trying
    case .search, .refinement:
      let bounds = [limit.map { $0.plus(1) }, budget.evaluations.map { max(1, $0) }]
      let queries = bounds.compactMap(\.self)
      steps = ([limit].compactMap(\.self) + queries).min()
      full = queries.min().map { [steps] queries in queries.plus((steps ?? queries).times(trying)) }
      overshoot = 1 + trying
    case .minibatch, .pareto:
      // As many batches as an epoch has without one that is wrong end the course.
      steps = limit
      full = limit.map { validation.plus($0.times(train + trying + validation)) }
      overshoot = size + trying + 2 * validation
    case .priority:
      // A state that was right on all batches of an epoch ends the course; wrong ones lead to steps.
      let perEpoch = size == 0 ? 0 : (train + size - 1) / size
      steps = limit
      full = limit.map { limit in
        let batches = limit.times(2).plus(1).times(max(0, perEpoch - 1)).plus(limit).plus(1)
        return batches.times(size).plus(limit.times(size + trying + validation))
          .plus(4 * validation)
      }
      overshoot = 2 * size + trying + 4 * validation
    }
    let byBudget = budget.evaluations.map { [overshoot] in $0.plus(overshoot) }
    evaluations = [full, byBudget].compactMap(\.self).min()
  }

  /// The most calls for evaluations and for updates.
  func calls(
    within budget: Budget, evaluation: Int, step: Int
  ) -> (task: Int?, optimizer: Int?) {
    let byCalls = budget.modelCalls.map { $0.plus(overshoot.times(evaluation)).plus(step) }
    func bounded(_ calls: Int?) -> Int? { [calls, byCalls].compactMap(\.self).min() }
    return (
      bounded(evaluations.map { $0.times(evaluation) }), bounded(steps.map { $0.times(step) })
    )
  }
}
