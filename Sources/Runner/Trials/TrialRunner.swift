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
    /// It failed: what happened, and the part of it that names no example.
    case failed(message: String, cause: String)
    /// Another process is running it.
    case taken
    /// The run's budget was spent; the trial waits for another run.
    case outOfBudget
  }

  let store: TrialStore
  let models: RunModels
  /// By which the trials' budgets of money are counted.
  let prices: PriceTable
  let sandbox: PythonSandbox
  let jobs: Int
  let answers: any AnswerSource
  let holder: LeaseHolder
  let now: @Sendable () -> Double
  /// How often the right to run a trial is extended.
  var leaseInterval = LeaseHolder.extensionInterval
  let onEvent: @Sendable (RunEvent) -> Void

  /// Runs a trial, from its start or from the answers that an earlier process had paid for.
  ///
  /// - Throws: `StoreError`, and `CancellationError` after the trial was stopped in order.
  func run(_ trial: PlannedTrial) async throws -> Ending {
    guard try await holder.claim(trial.record.id, in: store, now: now()) else {
      onEvent(.trialTaken(trial.specification))
      return .taken
    }
    let ending: Result<Ending, any Error>
    do {
      ending = .success(try await runWithLease(trial))
    } catch let error where error is LostLease || (error as? StoreError)?.code == .trialTaken {
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
    let (id, owner) = (trial.record.id, holder.name)
    guard try await store.begin(id, owner: owner) else { return .completed }
    onEvent(.trialBegan(trial.specification))
    let counter = UsageCounter(budget: trial.specification.budget, now: now)
    do {
      let outcome = try await train(trial, counting: counter)
      try await store.complete(id, with: TrialEnding(outcome), owner: owner)
      onEvent(.trialCompleted(trial.specification))
      return .completed
    } catch let error as StoreError {
      throw error
    } catch {
      if counter.isHalted, !Task.isCancelled {
        try await store.stop(id, owner: owner)
        return .outOfBudget
      }
      guard error is CancellationError || Task.isCancelled else {
        let message = String(describing: error)
        try await store.fail(id, because: message, owner: owner)
        onEvent(.trialFailed(trial.specification, message: message))
        return .failed(message: message, cause: (error as? TrialFailure)?.cause ?? message)
      }
      try await store.stop(id, owner: owner)
      throw CancellationError()
    }
  }

  private func train(
    _ trial: PlannedTrial, counting counter: UsageCounter
  ) async throws -> TrialOutcome {
    let (specification, schedule) = (trial.specification, trial.specification.schedule)
    let seed = specification.seed
    // Streams of their own for each task: the same draws on every task would not be independent.
    let streams = seed.derived(for: specification.task.description)
    let resources = SuiteResources(
      model: recording(specification.models.task, .task, of: trial, counter), sandbox: sandbox,
      answerTokens: schedule.answerTokens)
    let problem = try trial.task.pose(resources, seed)
    for shortage in ExampleShortage.all(of: specification, posedAs: problem) {
      onEvent(.shortOfExamples(specification, shortage))
    }
    let optimizer = trial.optimizer.make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective,
        model: recording(specification.models.optimizer, .optimizer, of: trial, counter),
        seed: streams.derived(for: "optimizer"), proposalTokens: schedule.proposalTokens,
        checkCode: { [sandbox] source, signature in
          let fault = try await sandbox.checkSyntax(
            source, entryPoint: signature.entryPoint, parameters: signature.parameters)
          return fault.map(\.summary)
        }), groups: problem.parameterGroups)
    let recorder = TrialRecorder(
      trialID: trial.record.id, specification: specification, store: store, onEvent: onEvent)
    var trainer = Trainer(
      problem: problem, optimizer: optimizer, schedule: schedule, seed: seed,
      limits: (specification.budget, counter, jobs)
    ) { event in try await recorder.record(event) }
    return try await trainer.run()
  }

  private func recording(
    _ model: String, _ role: ModelCallRecord.Role, of trial: PlannedTrial,
    _ counter: UsageCounter
  ) -> RecordingLanguageModel {
    let model = models.model(named: model)
    return RecordingLanguageModel(
      trialID: trial.record.id, trial: trial.specification.description, role: role, model: model,
      price: prices.price(of: model.identity), answers: answers, counter: counter,
      onEvent: onEvent)
  }
}
