// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// Why a trial stopped.
public enum StopReason: String, Sendable, Hashable, Codable {
  /// All training examples were seen.
  case examplesExhausted
  /// The budget or the protocol allows no further update.
  case budgetExhausted
  /// The target was reached: by a search on its example, by other courses on every training
  /// example that they saw in a whole epoch.
  case targetReached
  /// The optimizer of a search said that nothing is left to improve.
  case terminated
  /// No new state was taken for a whole epoch of training examples.
  case noChange
}

/// How a trial ended, with its states kept apart.
public struct TrialOutcome: Sendable, Hashable {
  /// Why it stopped.
  public let stopReason: StopReason
  /// The state in which it began.
  public let initial: ParameterValues
  /// The state that validation, or in a search the training score, chose; the earlier one when
  /// states are equal.
  public let selected: ParameterValues
  /// The state after the last update.
  public let final: ParameterValues
  /// What it spent on steps and evaluations.
  public let usage: Usage
}
