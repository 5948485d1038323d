// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Proposes new parameter values from what the trace oracle returns.
///
/// An optimizer lives for one trial. It is given the problem's specifications when it is made and
/// afterwards sees only training signals; the same seed, signals and model answers give the same
/// proposals.
public protocol Optimizer: Sendable {
  /// Proposes values after a training example on which the target was missed.
  ///
  /// - Throws: when a model call failed; an answer that cannot be used is a proposal whose outcome
  ///   says so, not an error.
  mutating func propose(from signal: TrainingSignal) async throws -> Proposal
}
