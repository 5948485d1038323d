// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Training

/// What a plan may take at most, before anything of it is run.
package struct PlanEstimate: Sendable, Hashable {
  /// Trials.
  package let trials: Int
  /// Evaluations of all trials at most; nil when the number of test examples is not known, and for
  /// courses whose evaluations depend on scores.
  package let evaluations: Int?
  /// Proposals of all trials at most, each at least one call of an optimizer that asks a model.
  package let proposals: Int

  /// Estimates trials that follow one protocol.
  ///
  /// - Parameters:
  ///   - schedule: The protocol.
  ///   - trials: How many trials.
  ///   - testItems: Test examples of each task where the protocol takes all; nil when not known.
  package init(_ schedule: TrainingProtocol, trials: Int, testItems: Int?) {
    self.trials = trials
    let tested = (schedule.testCount ?? testItems).map { 2 * $0 }
    switch schedule.course {
    case .search:
      let steps = schedule.steps ?? 0
      proposals = trials * steps
      evaluations = trials * (steps + 1 + (tested ?? 2))
    case .pass:
      let train = schedule.trainCount ?? 0
      let steps = min(schedule.steps ?? train, train)
      proposals = trials * steps
      // An example may be tried again with the best state; each state may be validated.
      let training = 2 * train + (train + 2) * (schedule.validationCount ?? 0)
      evaluations = tested.map { trials * (training + $0) }
    case .minibatch, .priority, .pareto:
      proposals = trials * (schedule.steps ?? 0)
      // How often these try a proposal before they take it depends on the scores.
      evaluations = nil
    }
  }
}
