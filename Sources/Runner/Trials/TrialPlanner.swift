// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Optimizers
package import TrialRecords

/// Reads the data of a plan's tasks and gives every trial its identity, without asking any model.
package struct TrialPlanner: Sendable {
  private struct DataKey: Hashable {
    let task: TaskID
    let data: DataSource
  }

  private let plan: RunPlan

  /// Creates a planner.
  package init(_ plan: RunPlan) { self.plan = plan }

  /// The trials of the plan whose optimizers can change their task's parameters, in its order.
  ///
  /// - Parameter runID: The run that the rows belong to.
  /// - Returns: The trials with their data and rows.
  /// - Throws: ``PlanError`` when an optimizer that a group names can change none of its tasks, or
  ///   none of them reads a setting of a protocol; what the suites throw for data that cannot be
  ///   read.
  package func trials(inRun runID: RunRecord.ID) async throws -> [PlannedTrial] {
    var tasks: [DataKey: LoadedTask] = [:]
    var trials: [PlannedTrial] = []
    for specification in plan.trials {
      let suite = try SuiteCatalog.suite(named: specification.task.suite)
      let key = DataKey(task: specification.task, data: specification.data)
      let task: LoadedTask
      if let loaded = tasks[key] {
        task = loaded
      } else {
        task = try await suite.load(specification.task, from: specification.data)
        tasks[key] = task
      }
      guard let optimizer = try optimizer(of: specification, on: task, of: suite) else { continue }
      let identity = TrialIdentity(
        specification: specification, prices: plan.prices, task: task, optimizer: optimizer)
      trials.append(
        PlannedTrial(
          specification: specification, task: task, optimizer: optimizer,
          record: try identity.record(inRun: runID)))
    }
    try checkEveryNamedOptimizer(has: trials)
    try Self.checkEverySetting(isReadBy: trials)
    return trials
  }

  private func checkEveryNamedOptimizer(has trials: [PlannedTrial]) throws(PlanError) {
    let busy = Set(trials.map { [$0.specification.task.suite, $0.specification.optimizer] })
    for group in plan.groups where !group.namesEveryOptimizer {
      let named = Set(group.trials.map(\.optimizer))
      guard
        let idle = group.optimizers.first(where: {
          named.contains($0) && !busy.contains([group.suite, $0])
        })
      else { continue }
      throw PlanError(
        "--optimizer '\(idle)' applies to no parameter of the chosen tasks: see "
          + "'bench list optimizers'")
    }
  }

  /// The optimizer of a trial, or nil when it does not apply to the parameters of the task.
  private func optimizer(
    of specification: TrialSpecification, on task: LoadedTask, of suite: any BenchmarkSuite
  ) throws -> OptimizerDescription? {
    if let policy = suite.references.first(where: { $0.name == specification.optimizer }) {
      return task.referenceValues(policy, specification.seed).map { state in
        .reference(policy.name, summary: policy.summary, source: policy.source, state: state)
      }
    }
    guard let optimizer = try OptimizerCatalog.optimizer(spelled: specification.optimizer) else {
      throw PlanError.unknown(
        "optimizer", specification.optimizer, option: "--optimizer",
        known: OptimizerCatalog.all.map(\.name) + suite.references.map(\.name))
    }
    return optimizer.appliesTo(task.trainableKinds) ? optimizer : nil
  }
}
