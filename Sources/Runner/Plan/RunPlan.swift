// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import CanonicalJSON
package import OPTO
package import Training

/// What shall be run: every named optimizer on every named task with every seed.
package struct RunPlan: Sendable {
  /// The suite.
  package let suite: String
  /// Names of tasks, in the order of the run.
  package let tasks: [String]
  /// Names of optimizers, in the order of the run.
  package let optimizers: [String]
  /// Whether the optimizers are all that there are, so that those that do not apply are left out.
  package let namesEveryOptimizer: Bool
  /// The model that workflows ask, as `provider/model`.
  package let model: String
  /// The model that optimizers ask, as `provider/model`.
  package let optimizerModel: String
  /// One trial for each.
  package let seeds: [UInt64]
  /// Where examples come from.
  package let data: DataSource
  /// How many examples are used, and for how long.
  package let schedule: TrainingProtocol
  /// What ends a trial's training.
  package let budget: Budget
  /// Calls of a model that may run at once; does not change results.
  package let jobs: Int

  /// Creates a plan.
  package init(
    suite: String, tasks: [String], optimizers: [String], models: (task: String, optimizer: String),
    seeds: [UInt64], data: DataSource, schedule: TrainingProtocol, limits: (Budget, jobs: Int),
    namesEveryOptimizer: Bool = false
  ) {
    self.suite = suite
    self.tasks = tasks
    self.optimizers = optimizers
    model = models.task
    optimizerModel = models.optimizer
    self.seeds = seeds
    self.data = data
    self.schedule = schedule
    budget = limits.0
    jobs = limits.jobs
    self.namesEveryOptimizer = namesEveryOptimizer
  }

  /// The trials of the plan: tasks first, then seeds, then optimizers, so that the answers to the
  /// initial state are paid for once and early rows compare optimizers on the same task.
  ///
  /// - Complexity: O(*n*) in the number of trials.
  package var trials: [TrialSpecification] {
    tasks.flatMap { task in
      seeds.flatMap { seed in
        optimizers.map { optimizer in
          TrialSpecification(
            task: TaskID(suite: suite, name: task), optimizer: optimizer,
            seed: Seed(rawValue: seed))
        }
      }
    }
  }

  /// The plan as stored with a run.
  package var jsonValue: JSONValue {
    [
      "suite": .string(suite), "tasks": .array(tasks.map { .string($0) }),
      "optimizers": .array(optimizers.map { .string($0) }), "model": .string(model),
      "optimizer_model": .string(optimizerModel),
      "seeds": .array(seeds.map { .integer(Int(clamping: $0)) }), "data": .string(data.label),
      "protocol": schedule.jsonValue, "budget": budget.jsonValue,
    ]
  }
}

/// One trial of a plan: a task, an optimizer and a seed.
package struct TrialSpecification: Sendable, Hashable {
  /// The task.
  package let task: TaskID
  /// The name of the optimizer.
  package let optimizer: String
  /// The seed from which all randomness of the trial follows.
  package let seed: Seed
}

extension TrialSpecification: CustomStringConvertible {
  /// Task, optimizer and seed, as in `bbh:navigate optoprime seed 0`.
  package var description: String { "\(task) \(optimizer) seed \(seed.rawValue)" }
}
