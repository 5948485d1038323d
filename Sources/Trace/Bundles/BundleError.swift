// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An operation that cannot be recorded as it is written.
public struct BundleError: Error, Sendable, CustomStringConvertible {
  /// The kinds of trouble.
  public struct Code: Sendable, Hashable {
    private enum Kind { case externalDependency, severalTapes, noTape, badArguments, notCode }
    private let kind: Kind
    /// The body read nodes that are not among its inputs.
    public static let externalDependency = Code(kind: .externalDependency)
    /// The inputs are nodes of several tapes.
    public static let severalTapes = Code(kind: .severalTapes)
    /// No input is a node, and no tape is given.
    public static let noTape = Code(kind: .noTape)
    /// The arguments do not fit the operation's parameters.
    public static let badArguments = Code(kind: .badArguments)
    /// The code of a function is not text.
    public static let notCode = Code(kind: .notCode)
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
}
