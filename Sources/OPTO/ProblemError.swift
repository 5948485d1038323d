// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A problem that cannot be posed or evaluated, with what to do about it.
public struct ProblemError: Error, CustomStringConvertible {
  /// The kinds of trouble.
  public struct Code: Sendable, Hashable {
    private enum Kind { case missingParameter, unknownExample, wrongType, evaluationFailed }
    private let kind: Kind
    /// A state lacks a parameter.
    public static let missingParameter = Code(kind: .missingParameter)
    /// No example has the identifier.
    public static let unknownExample = Code(kind: .unknownExample)
    /// A value is not of the parameter's kind.
    public static let wrongType = Code(kind: .wrongType)
    /// The workflow could not be run, for a reason outside it.
    public static let evaluationFailed = Code(kind: .evaluationFailed)
  }

  /// What went wrong.
  public let code: Code
  /// One sentence for the user.
  public let message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The sentence.
  public var description: String { message }
}
