// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The name of a task within its suite, printed `suite:name`.
public struct TaskID: Sendable, Hashable, CustomStringConvertible {
  /// The suite.
  public let suite: String
  /// The task, unique in its suite.
  public let name: String

  /// Creates an identifier.
  public init(suite: String, name: String) {
    self.suite = suite
    self.name = name
  }

  /// The identifier as `suite:name`.
  public var description: String { "\(suite):\(name)" }
}
