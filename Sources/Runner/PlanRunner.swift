// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
package import CodeExecution
import Foundation
import Optimizers
package import TrialRecords

/// Runs every trial of a plan that the store does not have complete.
package struct PlanRunner: Sendable {
  /// What a run takes from outside: who runs it, when, and how its models and sandbox are made.
  package struct Surroundings: Sendable {
    /// The run's name, unique in its store.
    package var runID: RunRecord.ID
    /// The command line that began the run.
    package var commandLine: String
    /// The version of the program.
    package var benchVersion: String
    /// The machine as JSON text.
    package var machine: String
    /// The present time in seconds since 1970.
    package var now: @Sendable () -> Double
    /// Starts the models; called once, and not at all when every trial is complete.
    package var makeModels: @Sendable () async throws -> RunModels
    /// Starts the sandbox; called as `makeModels`.
    package var makeSandbox: @Sendable () async throws -> PythonSandbox
    /// The recording from which every model call is answered; nil asks the models.
    package var recording: TrialStore?

    /// Creates surroundings.
    package init(
      runID: RunRecord.ID, commandLine: String, benchVersion: String, machine: String,
      now: @escaping @Sendable () -> Double,
      makeModels: @escaping @Sendable () async throws -> RunModels,
      makeSandbox: @escaping @Sendable () async throws -> PythonSandbox,
      recording: TrialStore? = nil
    ) {
      self.runID = runID
      self.commandLine = commandLine
      self.benchVersion = benchVersion
      self.machine = machine
      self.now = now
      self.makeModels = makeModels
      self.makeSandbox = makeSandbox
      self.recording = recording
    }
  }

  /// Tasks on which trials fail in a row after which the rest is not tried, because it would fail
  /// as well; a trial that is completed begins the count anew.
  package static let failedTasksInARow = 3

  private let plan: RunPlan
  private let store: TrialStore
  private let surroundings: Surroundings
  private let onEvent: @Sendable (RunEvent) -> Void

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - plan: What shall be run.
  ///   - store: Where everything is kept; open for writing.
  ///   - surroundings: What comes from outside.
  ///   - onEvent: Is told what happens, from any thread.
  package init(
    plan: RunPlan, store: TrialStore, surroundings: Surroundings,
    onEvent: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.plan = plan
    self.store = store
    self.surroundings = surroundings
    self.onEvent = onEvent
  }

  /// Runs the plan to its end; trials that are complete are not run again.
  ///
  /// A failed trial is a normal result, to be run again by the same plan later.
  ///
  /// - Returns: How many trials ended in which way.
  /// - Throws: a one-sentence error when the run could not go on: data, models or sandbox that are
  ///   not to be had, a store that cannot be written; `CancellationError`. What was done is kept.
  package func run() async throws -> RunSummary {
    let trials = try await plannedTrials()
    try await store.beginRun(runRecord, trials: trials.map(\.record))
    let complete = try await completeTrials()
    let pending = trials.filter { !complete.contains($0.record.id) }
    onEvent(.planned(trials: trials.count, complete: trials.count - pending.count))
    var summary = RunSummary(trials: trials.count, alreadyComplete: trials.count - pending.count)
    if !pending.isEmpty { try await run(pending, into: &summary) }
    try await store.finishRun(surroundings.runID, at: Self.timestamp(surroundings.now()))
    return summary
  }

  private func run(_ pending: [PlannedTrial], into summary: inout RunSummary) async throws {
    let sandbox = try await surroundings.makeSandbox()
    let models: RunModels
    do {
      let asksModel = pending.contains(where: \.asksModel)
      models = asksModel ? try await surroundings.makeModels() : .none
    } catch {
      await sandbox.close()
      throw error
    }
    let meter = RunMeter(budget: plan.runBudget, prices: plan.prices, now: surroundings.now)
    let answers: any AnswerSource
    if let recording = surroundings.recording {
      answers = ReplayedAnswers(recording: recording, store: store)
    } else {
      answers = SharedAnswers(store: store, jobs: plan.jobs, meter: meter)
    }
    let runner = TrialRunner(
      plan: plan, store: store, models: models, sandbox: sandbox, answers: answers,
      holder: .current(), now: surroundings.now, onEvent: onEvent)
    let outcome: Result<Void, any Error>
    do {
      let atOnce = models.areLocal ? 1 : plan.jobs
      try await run(pending, with: runner, atOnce: atOnce, within: meter, into: &summary)
      if let reason = summary.budgetRefusal { try await note(.budget, reason) }
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    await models.stop()
    await sandbox.close()
    try outcome.get()
  }

  private func run(
    _ pending: [PlannedTrial], with runner: TrialRunner, atOnce: Int, within meter: RunMeter,
    into summary: inout RunSummary
  ) async throws {
    try await withThrowingTaskGroup(of: (TrialSpecification, TrialRunner.Ending).self) { group in
      var rest = pending[...]
      var failedTasks: Set<TaskID> = []
      func startNext() {
        if let reason = meter.refusal, !rest.isEmpty {
          summary.budgetRefusal = reason
          summary.untried += rest.count
          rest = []
        }
        guard let trial = rest.popFirst() else { return }
        group.addTask { (trial.specification, try await runner.run(trial)) }
      }
      for _ in 0..<max(1, atOnce) { startNext() }
      while let (specification, ending) = try await group.next() {
        summary.count(ending, of: specification)
        switch ending {
        case .completed: failedTasks = []
        case .failed: failedTasks.insert(specification.task)
        case .taken: break
        case .outOfBudget: summary.budgetRefusal = meter.refusal
        }
        if failedTasks.count >= Self.failedTasksInARow {
          summary.untried += rest.count
          rest = []
        }
        startNext()
      }
    }
  }

  /// The trials of the plan whose optimizers can change their task's parameters.
  private func plannedTrials() async throws -> [PlannedTrial] {
    let suite = try SuiteCatalog.suite(named: plan.suite)
    var tasks: [TaskID: LoadedTask] = [:]
    var trials: [PlannedTrial] = []
    for specification in plan.trials {
      let task: LoadedTask
      if let loaded = tasks[specification.task] {
        task = loaded
      } else {
        task = try await suite.load(specification.task, from: plan.data)
        tasks[specification.task] = task
      }
      guard let optimizer = try optimizer(of: specification, on: task, of: suite) else { continue }
      let identity = TrialIdentity(
        specification: specification, plan: plan, task: task, optimizer: optimizer)
      trials.append(
        PlannedTrial(
          specification: specification, task: task, optimizer: optimizer,
          record: try identity.record(inRun: surroundings.runID)))
    }
    let idle = plan.optimizers.filter { name in
      !trials.contains { $0.specification.optimizer == name }
    }
    guard idle.isEmpty || plan.namesEveryOptimizer else {
      throw PlanError(
        "--optimizer '\(idle[0])' applies to no parameter of the chosen tasks: see "
          + "'bench list optimizers'")
    }
    return trials
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

  private func completeTrials() async throws -> Set<TrialRecord.ID> {
    let stored = try await store.trials(ofRun: surroundings.runID)
    return Set(stored.filter { $0.state == .complete }.map(\.id))
  }

  private var runRecord: RunRecord {
    RunRecord(
      id: surroundings.runID, createdAt: Self.timestamp(surroundings.now()),
      commandLine: surroundings.commandLine, plan: plan.jsonValue.text,
      planDigest: ContentDigest(of: plan.jsonValue), benchVersion: surroundings.benchVersion,
      machine: surroundings.machine)
  }

  private func note(_ kind: RunNote.Kind, _ message: String) async throws {
    try await store.append(
      RunNote(
        runID: surroundings.runID, createdAt: Self.timestamp(surroundings.now()), kind: kind,
        message: message))
  }

  private static func timestamp(_ seconds: Double) -> String {
    Date(timeIntervalSince1970: seconds).ISO8601Format()
  }
}
