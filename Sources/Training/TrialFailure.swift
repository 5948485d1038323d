// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A trial that could not go on for a reason outside its workflow, such as a failed model call.
public struct TrialFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence for the user.
  public let message: String

  /// Creates a failure.
  public init(message: String) { self.message = message }

  /// The sentence.
  public var description: String { message }
}
