// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A trial that could not go on for a reason outside its workflow, such as a failed model call.
public struct TrialFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence for the user.
  public let message: String

  /// The part of the sentence that names no example: trials that fail for the same reason share it.
  public let cause: String

  /// Creates a failure.
  ///
  /// - Parameters:
  ///   - message: One sentence for the user.
  ///   - cause: The part of it that names no example; nil for the whole.
  public init(message: String, cause: String? = nil) {
    self.message = message
    self.cause = cause ?? message
  }

  /// The sentence.
  public var description: String { message }
}
