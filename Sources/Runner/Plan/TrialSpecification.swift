// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import OPTO
package import Training

/// One trial of a plan, before its data is read: what is run, by whom, from which seed, for how
/// long.
package struct TrialSpecification: Sendable, Hashable {
  /// The task.
  package let task: TaskID
  /// The name of the optimizer.
  package let optimizer: String
  /// The seed from which all randomness of the trial follows.
  package let seed: Seed
  /// Whom the workflow and the optimizer ask.
  package let models: ModelPair
  /// Where examples come from.
  package let data: DataSource
  /// How many examples are used, and for how long.
  package let schedule: TrainingProtocol
  /// What ends the trial's training.
  package let budget: Budget

  /// Creates a specification.
  package init(
    task: TaskID, optimizer: String, seed: Seed, models: ModelPair, data: DataSource = .generated,
    schedule: TrainingProtocol, budget: Budget = Budget()
  ) {
    self.task = task
    self.optimizer = optimizer
    self.seed = seed
    self.models = models
    self.data = data
    self.schedule = schedule
    self.budget = budget
  }
}

extension TrialSpecification: CustomStringConvertible {
  /// Task, optimizer and seed, as in `bbh:navigate optoprime seed 0`.
  package var description: String { "\(task) \(optimizer) seed \(seed.rawValue)" }
}
