// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension Trainer {
  /// Asks the trial's optimizer for new values, tries them where its rule says so, and keeps what
  /// came of it.
  ///
  /// - Parameters:
  ///   - signal: What the optimizer is told.
  ///   - batch: The training examples that the signal is about.
  /// - Returns: The proposal whose values the trial goes on with.
  /// - Throws: ``TrialFailure`` when the model could not be asked or an evaluation not be made.
  mutating func step(
    from signal: TrainingSignal, on batch: [ExampleID]
  ) async throws -> Proposal {
    var optimizer = optimizer
    defer { self.optimizer = optimizer }
    return try await step(of: &optimizer, from: signal, on: batch)
  }

  /// Makes a step of one of several optimizers, as searches with many states have them.
  mutating func step(
    of optimizer: inout any Optimizer, from signal: TrainingSignal, on batch: [ExampleID]
  ) async throws -> Proposal {
    let step = usage.steps
    usage.steps += 1
    do {
      return try await finish(step, of: &optimizer, from: signal, on: batch)
    } catch let refusal as BudgetRefusal {
      usage.steps -= 1
      throw refusal
    }
  }

  private mutating func finish(
    _ step: Int, of optimizer: inout any Optimizer, from signal: TrainingSignal,
    on batch: [ExampleID]
  ) async throws -> Proposal {
    let scope = TrialScope(.step(step))
    var asked = optimizer
    let proposals = try await ask(step, about: signal, in: scope) {
      try await asked.candidates(from: signal)
    }
    let validation = schedule.examples(of: oracle.problem, in: .validation, seed: seed)
    let rule = asked.rule.merged(
      with: schedule.batches?.rule, hasValidation: !validation.isEmpty)
    let proposal: Proposal
    if rule.acceptance == .always, !rule.repairsExceptions, proposals.count <= 1 {
      proposal = proposals.first ?? Proposal(.noChange, values: signal.values)
    } else {
      var tryout = Tryout(step: step, scope: scope, rule: rule, signal: signal, batch: batch)
      try await choose(among: proposals, by: &asked, in: &tryout)
      proposal = tryout.result(of: proposals)
    }
    optimizer = asked
    try await record(.proposed(step: step, before: signal.values, proposal))
    return proposal
  }

  /// Asks an optimizer's model in the scope of a step; a failed call is recorded and ends the trial.
  func ask<Answer>(
    _ step: Int, about signal: TrainingSignal, in scope: TrialScope,
    _ question: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await TrialScope.$current.withValue(scope) { try await question() }
    } catch {
      guard !(error is CancellationError), !Task.isCancelled else { throw CancellationError() }
      if counter.refusal != nil { throw BudgetRefusal() }
      let message = String(describing: error)
      if counter.isHalted { throw TrialFailure(message: message) }
      try await record(.proposalFailed(step: step, before: signal.values, message: message))
      throw TrialFailure(
        message: "the optimizer could make no proposal: \(message)", cause: message)
    }
  }

  /// The mean score of a state on a split; nil when the protocol uses no example of it.
  ///
  /// Examples on which the state was run before are not run again.
  mutating func meanScore(
    of values: ParameterValues, in split: DatasetSplit
  ) async throws -> Double? {
    let examples = schedule.examples(of: oracle.problem, in: split, seed: seed)
    return try await meanScore(of: values, on: examples, of: split)
  }

  /// The mean score of a state on examples that are not for the test; nil without examples.
  mutating func meanScore(
    of values: ParameterValues, on examples: [ExampleID], of split: DatasetSplit
  ) async throws -> Double? {
    guard !examples.isEmpty else { return nil }
    let unknown = examples.filter { knownScores[values, $0] == nil }
    let scores = try await evaluate(values, on: unknown, of: split, phase: .checkpoint)
    for (example, score) in zip(unknown, scores) { knownScores[values, example] = score }
    let sum = examples.reduce(0) { $0 + (knownScores[values, $1] ?? 0) }
    return sum / Double(examples.count)
  }
}
