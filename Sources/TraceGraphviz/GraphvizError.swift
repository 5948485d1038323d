// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A drawing that could not be made.
public struct GraphvizError: Error, Sendable, CustomStringConvertible {
  /// The kinds of trouble.
  public struct Code: Sendable, Hashable {
    private enum Kind { case notInstalled, failed }
    private let kind: Kind
    /// Graphviz is not installed, or not where it was said to be.
    public static let notInstalled = Code(kind: .notInstalled)
    /// Graphviz did not draw the graph.
    public static let failed = Code(kind: .failed)
  }

  /// What went wrong.
  public let code: Code
  /// One sentence for the user.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The sentence.
  public var description: String { message }
}
