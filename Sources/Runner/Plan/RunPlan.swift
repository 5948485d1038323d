// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import CanonicalJSON
package import LanguageModels
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
  /// What the whole run may spend on models; does not change the results of complete trials.
  package var runBudget = Budget()
  /// The prices by which money is counted; needed where a budget limits it.
  package var prices = PriceTable()

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
    let limits: [JSONValue.Member] =
      runBudget == Budget() ? [] : [JSONValue.Member("run_budget", runBudget.jsonValue)]
    return .object(members + prices(where: [budget, runBudget]) + limits)
  }

  private var members: [JSONValue.Member] {
    [
      JSONValue.Member("suite", .string(suite)),
      JSONValue.Member("tasks", .array(tasks.map { .string($0) })),
      JSONValue.Member("optimizers", .array(optimizers.map { .string($0) })),
      JSONValue.Member("model", .string(model)),
      JSONValue.Member("optimizer_model", .string(optimizerModel)),
      JSONValue.Member("seeds", .array(seeds.map { .integer(Int(clamping: $0)) })),
      JSONValue.Member("data", .string(data.label)),
      JSONValue.Member("protocol", schedule.jsonValue),
      JSONValue.Member("budget", budget.jsonValue),
    ]
  }

  /// The prices of the plan's models as a member, where one of the budgets limits money.
  func prices(where budgets: [Budget]) -> [JSONValue.Member] {
    guard budgets.contains(where: { $0.money != nil }) else { return [] }
    let names = model == optimizerModel ? [model] : [model, optimizerModel]
    let known = names.compactMap { name in
      ModelIdentity(name).flatMap { prices.price(of: $0) }.map {
        JSONValue.Member(name, $0.jsonValue)
      }
    }
    return [JSONValue.Member("prices", .object(known))]
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
