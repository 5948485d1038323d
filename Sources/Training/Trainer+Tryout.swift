// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension Trainer {
  /// Tries proposals one after the other, as long as the budget lasts.
  mutating func choose(
    among proposals: [Proposal], by optimizer: inout any Optimizer, in tryout: inout Tryout
  ) async throws {
    let window = Array(
      queried.filter { !tryout.batch.contains($0) }.suffix(tryout.rule.recall))
    if tryout.rule.acceptance != .always {
      tryout.present = try await evidence(of: tryout.signal.values, beside: window, in: tryout)
    }
    for proposal in proposals where proposal.outcome == .updated {
      guard mayEvaluate else { break }
      guard !tryout.hasTried(proposal.values) else { continue }
      let (tried, signal) = try await tryOut(proposal, by: &optimizer, in: tryout)
      if let signal { optimizer.observe(signal) }
      guard tried.outcome == .updated, !tryout.hasTried(tried.values) else { continue }
      let evidence = try await evidence(of: tried.values, beside: window, in: tryout)
      tryout.add(
        tried, evidence, raises: knownScores.raised(tried.values, on: tryout.batch),
        insteadOf: knownScores.raised(tryout.signal.values, on: tryout.batch))
    }
    try await noteProof(of: tryout)
  }

  /// Runs a proposal on the signal's examples; one whose workflow raises an exception is repaired
  /// once where the rule says so.
  private mutating func tryOut(
    _ proposal: Proposal, by optimizer: inout any Optimizer, in tryout: Tryout
  ) async throws -> (Proposal, TrainingSignal?) {
    let rule = tryout.rule
    guard rule.evidence != .validation || rule.repairsExceptions,
      !knownScores.hasAll(proposal.values, on: tryout.batch)
    else { return (proposal, nil) }
    let (evaluations, signal) = try await query(
      tryout.batch, with: proposal.values, phase: .checkpoint)
    guard rule.repairsExceptions,
      evaluations.contains(where: { $0.assessment.outcome == .exception })
    else { return (proposal, signal) }
    var asked = optimizer
    let revised = try await ask(tryout.step, about: tryout.signal, in: tryout.scope) {
      try await asked.revise(proposal, after: signal)
    }
    optimizer = asked
    guard let revised, revised.outcome == .updated, revised.values != tryout.signal.values else {
      return (proposal, signal)
    }
    let (_, next) = try await query(tryout.batch, with: revised.values, phase: .checkpoint)
    return (revised, next)
  }

  /// Gathers the evidence that the rule asks for; validation only for what training examples do not
  /// refuse already.
  private mutating func evidence(
    of values: ParameterValues, beside window: [ExampleID], in tryout: Tryout
  ) async throws -> Tryout.Evidence {
    var evidence = Tryout.Evidence()
    if tryout.rule.evidence != .validation {
      evidence.batch = try await meanScore(of: values, on: tryout.batch + window, of: .train)
    }
    if tryout.rule.evidence != .batch, !tryout.refuses(evidence) {
      evidence.validation = try await meanScore(of: values, in: .validation)
    }
    return evidence
  }

  /// Counts a proof for the values that a step goes on with, and makes them a checkpoint when
  /// validation was part of it.
  private mutating func noteProof(of tryout: Tryout) async throws {
    guard tryout.rule.acceptance != .always, let values = tryout.accepted else { return }
    let count = (proofs[tryout.signal.values] ?? 0) + 1
    proofs[values] = max(count, proofs[values] ?? 0)
    guard tryout.rule.evidence != .batch, ![.search, .refinement].contains(schedule.course) else {
      return
    }
    try await checkpoint(values)
  }
}
