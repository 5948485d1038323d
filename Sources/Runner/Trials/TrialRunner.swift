// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CodeExecution
import LanguageModels
import OPTO
import Optimizers
import Training
import TrialRecords

/// Runs one trial from its record to its end, and keeps where it is in its life.
struct TrialRunner: Sendable {
  /// What became of a trial.
  enum Ending: Sendable, Hashable {
    /// It is complete.
    case completed
    /// It failed for the reason given.
    case failed(String)
    /// Another process is running it.
    case taken
    /// The run's budget was spent; the trial waits for another run.
    case outOfBudget
  }

  let plan: RunPlan
  let store: TrialStore
  let models: RunModels
  let sandbox: PythonSandbox
  let answers: any AnswerSource
  let holder: LeaseHolder
  let now: @Sendable () -> Double
  /// How often the right to run a trial is extended.
  var leaseInterval = LeaseHolder.extensionInterval
  let onEvent: @Sendable (RunEvent) -> Void

  /// Runs a trial, from its start or from the answers that an earlier process had paid for.
  ///
  /// - Throws: `StoreError`, and `CancellationError` after the trial was put back to waiting.
  func run(_ trial: PlannedTrial) async throws -> Ending {
    guard try await holder.claim(trial.record.id, in: store, now: now()) else {
      onEvent(.trialTaken(trial.specification))
      return .taken
    }
    let ending: Result<Ending, any Error>
    do {
      ending = .success(try await runWithLease(trial))
    } catch is LostLease {
      onEvent(.trialTaken(trial.specification))
      return .taken
    } catch {
      ending = .failure(error)
    }
    try await store.release(trial.record.id, owner: holder.name)
    return try ending.get()
  }

  /// The right to run the trial has run out, and another process has it now.
  private struct LostLease: Error {}

  private func runWithLease(_ trial: PlannedTrial) async throws -> Ending {
    try await withThrowingTaskGroup(of: Ending?.self) { group in
      group.addTask { try await runToEnd(trial) }
      group.addTask {
        while true {
          try await Task.sleep(for: leaseInterval)
          guard try await holder.claim(trial.record.id, in: store, now: now()) else {
            throw LostLease()
          }
        }
      }
      defer { group.cancelAll() }
      while let ending = try await group.next() {
        if let ending { return ending }
      }
      throw CancellationError()
    }
  }

  private func runToEnd(_ trial: PlannedTrial) async throws -> Ending {
    var record = trial.record
    if try await store.trial(record.id)?.state == .complete { return .completed }
    try await store.discardProgress(of: record.id)
    record.state = .running
    try await store.save(record)
    onEvent(.trialBegan(trial.specification))
    let counter = UsageCounter(budget: plan.budget, now: now)
    do {
      let outcome = try await train(trial, counting: counter)
      try await complete(&record, with: outcome)
      onEvent(.trialCompleted(trial.specification))
      return .completed
    } catch let error as StoreError {
      throw error
    } catch {
      if counter.isHalted, !Task.isCancelled {
        record.state = .waiting
        try await store.save(record)
        return .outOfBudget
      }
      guard error is CancellationError || Task.isCancelled else {
        return try await fail(&record, of: trial, because: String(describing: error))
      }
      // After the right was lost the row is another process's.
      if try await store.leaseOwner(of: record.id) == holder.name {
        record.state = .waiting
        try await store.save(record)
      }
      throw CancellationError()
    }
  }

  private func fail(
    _ record: inout TrialRecord, of trial: PlannedTrial, because message: String
  ) async throws -> Ending {
    record.state = .failed
    record.error = message
    try await store.save(record)
    onEvent(.trialFailed(trial.specification, message: message))
    return .failed(message)
  }

  private func train(
    _ trial: PlannedTrial, counting counter: UsageCounter
  ) async throws -> TrialOutcome {
    let seed = trial.specification.seed
    // Streams of their own for each task: the same draws on every task would not be independent.
    let streams = seed.derived(for: trial.specification.task.description)
    let resources = SuiteResources(
      model: recording(models.task, .task, of: trial, counter), sandbox: sandbox,
      answerTokens: plan.schedule.answerTokens)
    let problem = try trial.task.pose(resources, seed)
    let optimizer = trial.optimizer.make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective,
        model: recording(models.optimizer, .optimizer, of: trial, counter),
        seed: streams.derived(for: "optimizer"), proposalTokens: plan.schedule.proposalTokens,
        checkCode: { [sandbox] source, signature in
          let fault = try await sandbox.checkSyntax(
            source, entryPoint: signature.entryPoint, parameters: signature.parameters)
          return fault.map(\.summary)
        }))
    let recorder = TrialRecorder(
      trialID: trial.record.id, specification: trial.specification, store: store, onEvent: onEvent)
    var trainer = Trainer(
      problem: problem, optimizer: optimizer, schedule: plan.schedule, seed: seed,
      limits: (plan.budget, counter, plan.jobs)
    ) { event in try await recorder.record(event) }
    return try await trainer.run()
  }

  private func recording(
    _ model: any LanguageModel, _ role: ModelCallRecord.Role, of trial: PlannedTrial,
    _ counter: UsageCounter
  ) -> RecordingLanguageModel {
    RecordingLanguageModel(
      trialID: trial.record.id, trial: trial.specification.description, role: role, model: model,
      price: plan.prices.price(of: model.identity), answers: answers, counter: counter,
      onEvent: onEvent)
  }

  private func complete(_ record: inout TrialRecord, with outcome: TrialOutcome) async throws {
    for state in [outcome.initial, outcome.selected, outcome.final] {
      try await store.save(StateRecord(state))
    }
    record.state = .complete
    record.stopReason = outcome.stopReason.rawValue
    record.initialStateDigest = outcome.initial.digest
    record.selectedStateDigest = outcome.selected.digest
    record.finalStateDigest = outcome.final.digest
    record.stepCount = outcome.usage.steps
    try await store.save(record)
  }
}
