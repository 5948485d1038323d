// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
package import CodeExecution
import Foundation
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
    /// The versions of what makes the rows beside the program, such as the interpreter, by name.
    package var versions: [String: String]
    /// The present time in seconds since 1970.
    package var now: @Sendable () -> Double
    /// Starts the models of the identities given; called once, and not at all when every trial is
    /// complete or none asks a model.
    package var makeModels: @Sendable ([String]) async throws -> RunModels
    /// Starts the sandbox; called as `makeModels`.
    package var makeSandbox: @Sendable () async throws -> PythonSandbox
    /// The recording from which every model call is answered; nil asks the models.
    package var recording: TrialStore?

    /// Creates surroundings.
    package init(
      runID: RunRecord.ID, commandLine: String, benchVersion: String, machine: String,
      versions: [String: String] = [:],
      now: @escaping @Sendable () -> Double,
      makeModels: @escaping @Sendable ([String]) async throws -> RunModels,
      makeSandbox: @escaping @Sendable () async throws -> PythonSandbox,
      recording: TrialStore? = nil
    ) {
      self.runID = runID
      self.commandLine = commandLine
      self.benchVersion = benchVersion
      self.machine = machine
      self.versions = versions
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
  private let selection: TrialSelection
  private let store: TrialStore
  private let surroundings: Surroundings
  private let onEvent: @Sendable (RunEvent) -> Void

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - plan: What shall be run.
  ///   - selection: Which of its trials are run.
  ///   - store: Where everything is kept; open for writing.
  ///   - surroundings: What comes from outside.
  ///   - onEvent: Is told what happens, from any thread.
  package init(
    plan: RunPlan, selection: TrialSelection = TrialSelection(), store: TrialStore,
    surroundings: Surroundings,
    onEvent: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.plan = plan
    self.selection = selection
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
  ///   not to be had, a store that cannot be written; `CancellationError`. What was done is kept, and
  ///   the error of a run that had begun is noted of it.
  package func run() async throws -> RunSummary {
    let all = try await TrialPlanner(plan).trials(inRun: surroundings.runID)
    let trials = selection.shard?.trials(of: all) ?? all
    try await store.beginRun(runRecord(of: trials), trials: trials.map(\.record))
    let states = try await storedStates()
    let pending = trials.filter { selection.takes(states[$0.record.id] ?? .waiting) }
    let complete = trials.count { states[$0.record.id] == .complete }
    onEvent(.planned(trials: trials.count, complete: complete))
    var summary = RunSummary(
      trials: trials.count, alreadyComplete: complete,
      leftOut: trials.count - complete - pending.count)
    do {
      if !pending.isEmpty { try await run(pending, into: &summary) }
    } catch {
      // A store that cannot be written is the error itself, and cannot take the note.
      if !(error is CancellationError) { try? await note(.failure, String(describing: error)) }
      throw error
    }
    if summary.taken > 0 { summary.update(with: try await storedStates()) }
    try await store.finishRun(surroundings.runID, at: Self.timestamp(surroundings.now()))
    return summary
  }

  private func run(_ pending: [PlannedTrial], into summary: inout RunSummary) async throws {
    let sandbox = try await surroundings.makeSandbox()
    let models: RunModels
    do {
      let asked = Set(pending.flatMap(\.askedModels)).sorted()
      models = asked.isEmpty ? .none : try await surroundings.makeModels(asked)
    } catch {
      await sandbox.close()
      throw error
    }
    let meter = RunMeter(budget: plan.runBudget, prices: plan.prices, now: surroundings.now)
    let shared = SharedAnswers(store: store, jobs: plan.jobs, meter: meter)
    let answers: any AnswerSource =
      surroundings.recording.map { ReplayedAnswers(recording: $0, store: store) } ?? shared
    let runner = TrialRunner(
      store: store, models: models, prices: plan.prices, sandbox: sandbox, jobs: plan.jobs,
      answers: answers, holder: .current(), now: surroundings.now, onEvent: onEvent)
    let outcome: Result<Void, any Error>
    do {
      let atOnce = models.areLocal ? 1 : plan.jobs
      summary = try await withTaskCancellationHandler { [summary] in
        var summary = summary
        try await run(pending, with: runner, atOnce: atOnce, within: meter, into: &summary)
        await shared.settle()
        return summary
      } onCancel: {
        Task { await shared.cancel() }
      }
      if let reason = summary.budgetRefusal { try await note(.budget, reason) }
      outcome = .success(())
    } catch {
      await shared.cancel()
      await shared.settle()
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
    try await withThrowingTaskGroup(of: (PlannedTrial, TrialRunner.Ending).self) { group in
      var rest = pending[...]
      var failedTasks: Set<TaskID> = []
      func startNext() {
        if let reason = meter.refusal, !rest.isEmpty {
          summary.budgetRefusal = reason
          summary.untried += rest.count
          rest = []
        }
        guard let trial = rest.popFirst() else { return }
        group.addTask { (trial, try await runner.run(trial)) }
      }
      for _ in 0..<max(1, atOnce) { startNext() }
      while let (trial, ending) = try await group.next() {
        summary.count(ending, of: trial)
        switch ending {
        case .completed: failedTasks = []
        case .failed: failedTasks.insert(trial.specification.task)
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

  private func storedStates() async throws -> [TrialRecord.ID: TrialRecord.State] {
    let stored = try await store.trials(ofRun: surroundings.runID)
    return Dictionary(stored.map { ($0.id, $0.state) }, uniquingKeysWith: { first, _ in first })
  }

  private func runRecord(of trials: [PlannedTrial]) -> RunRecord {
    var run = RunRecord(
      id: surroundings.runID, createdAt: Self.timestamp(surroundings.now()),
      commandLine: surroundings.commandLine, plan: plan.jsonValue.text, planDigest: plan.digest,
      benchVersion: surroundings.benchVersion, machine: surroundings.machine)
    let versions = surroundings.versions.merging(["bench": surroundings.benchVersion]) { $1 }
    run.versions = Self.text(versions)
    run.dataDigests = Self.text(
      Dictionary(
        trials.map { ("\($0.record.suite):\($0.record.task) \($0.record.dataLabel)", $0.record) },
        uniquingKeysWith: { first, _ in first }
      ).mapValues(\.dataDigest.hex))
    run.shard = selection.shard?.description
    return run
  }

  /// Names and values as JSON text in the order of the names.
  private static func text(_ members: [String: String]) -> String {
    JSONValue.object(members.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
      .text
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
