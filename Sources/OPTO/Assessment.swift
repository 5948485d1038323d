// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// What a guide says of one output: how good it is, and in words why.
public struct Assessment: Sendable, Hashable {
  /// How an evaluation ended.
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// The output reached the target.
    case correct
    /// The output missed the target.
    case incorrect
    /// The output is nothing that could be compared with the target.
    case invalidAnswer
    /// The workflow raised an exception of its own.
    case exception
  }

  /// How good the output is; higher is better, 1 is a reached target in suites of right and wrong.
  public let score: Double
  /// What was right or wrong, and what to do about it, without any U+0000.
  public let feedback: String
  /// Whether the target was reached.
  public let outcome: Outcome

  /// Creates an assessment; every U+0000 in the feedback, which may quote code, becomes U+FFFD.
  public init(score: Double, feedback: String, outcome: Outcome) {
    self.score = score
    self.feedback = feedback.storable
    self.outcome = outcome
  }
}
