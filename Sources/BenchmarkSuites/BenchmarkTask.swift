// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One problem of a suite.
public struct BenchmarkTask: Sendable, Hashable {
  /// The identifier.
  public let id: TaskID
  /// One sentence that says what is asked.
  public let summary: String
  /// Whether the task belongs to a run that names no tasks.
  public let isDefault: Bool

  /// Creates a task.
  public init(id: TaskID, summary: String, isDefault: Bool) {
    self.id = id
    self.summary = summary
    self.isDefault = isDefault
  }
}
