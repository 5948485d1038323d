// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Proposes new parameter values from what the trace oracle returns.
///
/// An optimizer lives for one trial. It is given the problem's specifications when it is made and
/// afterwards sees only training signals; the same seed, signals and model answers give the same
/// proposals. Only ``propose(from:)`` has to be written: the other requirements are for optimizers
/// whose proposals a trainer has to try before it goes on with one of them.
public protocol Optimizer: Sendable {
  /// By which rule a trainer goes on with the proposals.
  var rule: ProposalRule { get }

  /// Proposes values after a training example on which the target was missed.
  ///
  /// - Throws: when a model call failed; an answer that cannot be used is a proposal whose outcome
  ///   says so, not an error.
  mutating func propose(from signal: TrainingSignal) async throws -> Proposal

  /// Proposes several values at once, of which a trainer chooses one after it has tried them.
  ///
  /// - Throws: what ``propose(from:)`` throws.
  mutating func candidates(from signal: TrainingSignal) async throws -> [Proposal]

  /// Is told what a proposal came to on the training examples on which it was tried.
  mutating func observe(_ signal: TrainingSignal)

  /// Proposes once more after the workflow raised an exception with a proposal's values.
  ///
  /// - Returns: The repaired proposal, or nil when there is nothing to repair.
  /// - Throws: what ``propose(from:)`` throws.
  mutating func revise(
    _ proposal: Proposal, after signal: TrainingSignal
  ) async throws -> Proposal?
}

extension Optimizer {
  /// Every proposal is taken as it is.
  public var rule: ProposalRule { ProposalRule() }

  /// One proposal.
  public mutating func candidates(from signal: TrainingSignal) async throws -> [Proposal] {
    [try await propose(from: signal)]
  }

  /// Learns nothing from it.
  public mutating func observe(_ signal: TrainingSignal) {}

  /// Repairs nothing.
  public mutating func revise(
    _ proposal: Proposal, after signal: TrainingSignal
  ) async throws -> Proposal? { nil }
}
