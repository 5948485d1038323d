// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Decides which errors of an operation's body are the workflow's own failures.
///
/// A failure becomes an exception node that can be given feedback. Every other error, such as a
/// failed model call or a cancellation, passes through untouched.
public struct FailureRule: Sendable {
  private let classify: @Sendable (any Error) -> OperatorException?

  /// Creates a rule.
  ///
  /// - Parameter classify: Returns the exception that an error stands for, or nil when the error
  ///   passes through.
  public init(_ classify: @escaping @Sendable (any Error) -> OperatorException?) {
    self.classify = classify
  }

  /// The exception that an error stands for, or nil when it passes through.
  public func exception(for error: any Error) -> OperatorException? { classify(error) }

  /// Only ``OperatorException`` and the ``ExecutionError`` of an operation within are failures.
  public static let exceptionsOnly = FailureRule { error in
    switch error {
    case let exception as OperatorException: exception
    case let error as ExecutionError: error.exception
    default: nil
    }
  }

  /// Every error but a cancellation is a failure, named after its Swift type.
  public static let everyError = FailureRule { error in
    if let exception = exceptionsOnly.exception(for: error) { return exception }
    if error is CancellationError { return nil }
    return OperatorException(type: "\(type(of: error))", message: "\(error)")
  }

  /// No error is a failure: all pass through.
  public static let passThrough = FailureRule { _ in nil }
}
