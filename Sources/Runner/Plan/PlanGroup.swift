// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import CanonicalJSON
package import OPTO
package import Training

/// A part of a plan: every named optimizer on every named task of one suite, with every pair of
/// models, protocol, budget and seed, less what is excluded.
package struct PlanGroup: Sendable {
  /// The suite.
  package let suite: String
  /// Names of tasks, in the order of the run.
  package let tasks: [String]
  /// Names of optimizers, in the order of the run.
  package let optimizers: [String]
  /// Whether the optimizers are all that there are, so that those that do not apply are left out.
  package let namesEveryOptimizer: Bool
  /// Whom workflows and optimizers ask.
  package let models: [ModelPair]
  /// One trial for each.
  package let seeds: [UInt64]
  /// Where examples come from.
  package let data: DataSource
  /// How many examples are used, and for how long.
  package let schedules: [TrainingProtocol]
  /// What ends a trial's training.
  package let budgets: [Budget]
  /// What is left out.
  package let exclusions: [TrialExclusion]

  /// The trials: models first, so that one after the other can be served; then protocols, budgets,
  /// tasks, seeds and optimizers, so that the answers to the initial state are paid for once and
  /// early rows compare optimizers on the same task.
  ///
  /// - Complexity: O(*n*) in the number of trials.
  package var trials: [TrialSpecification] {
    everyTrial.filter { trial in !exclusions.contains { $0.matches(trial) } }
  }

  /// The trials with those that are excluded.
  var everyTrial: [TrialSpecification] {
    models.flatMap { pair in
      schedules.flatMap { schedule in
        budgets.flatMap { budget in trials(pair, schedule, budget) }
      }
    }
  }

  private func trials(
    _ pair: ModelPair, _ schedule: TrainingProtocol, _ budget: Budget
  ) -> [TrialSpecification] {
    tasks.flatMap { task in
      seeds.flatMap { seed in
        optimizers.map { optimizer in
          TrialSpecification(
            task: TaskID(suite: suite, name: task), optimizer: optimizer,
            seed: Seed(rawValue: seed), models: pair, data: data, schedule: schedule,
            budget: budget)
        }
      }
    }
  }

  /// The group as stored with a run; the folder of the data is not part of it.
  var jsonValue: JSONValue {
    [
      "suite": .string(suite), "tasks": .array(tasks.map { .string($0) }),
      "optimizers": .array(optimizers.map { .string($0) }),
      "models": .array(
        models.map { ["task": .string($0.task), "optimizer": .string($0.optimizer)] }),
      "seeds": .array(seeds.map { .string(String($0)) }), "data": .string(data.label),
      "protocols": .array(schedules.map(\.jsonValue)),
      "budgets": .array(budgets.map(\.jsonValue)),
      "exclude": .array(exclusions.map(\.jsonValue)),
    ]
  }
}
