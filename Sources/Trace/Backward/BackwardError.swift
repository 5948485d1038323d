// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Feedback that cannot be carried back.
public struct BackwardError: Error, Sendable, CustomStringConvertible {
  /// The kinds of trouble.
  public struct Code: Sendable, Hashable {
    private enum Kind { case alreadyPropagated, differentFeedback, noFeedback, severalKinds }
    private let kind: Kind
    /// Feedback went through a node before and its graph was not retained.
    public static let alreadyPropagated = Code(kind: .alreadyPropagated)
    /// Parameters received several feedbacks that are not the same.
    public static let differentFeedback = Code(kind: .differentFeedback)
    /// No feedback reached a trainable parameter.
    public static let noFeedback = Code(kind: .noFeedback)
    /// Signals of different kinds met and cannot be added.
    public static let severalKinds = Code(kind: .severalKinds)
  }

  /// What went wrong.
  public let code: Code
  /// One sentence for the developer.
  public let message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The sentence.
  public var description: String { message }

  static let differentFeedback = BackwardError(
    .differentFeedback,
    "parameters received several feedbacks that are not the same: batch the outputs into one and "
      + "give one feedback, or clear the earlier one")

  static let noFeedback = BackwardError(
    .noFeedback,
    "no feedback reached a trainable parameter: call backward on an output that depends on one")
}
