// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a task's scores mean, so that tables show them as the task means them.
public struct TaskMeasure: Sendable, Hashable {
  /// What is measured, in one or two words, such as `error`.
  public let name: String
  /// Whether scores are the negative of a cost, which tables show with lower as better.
  public let isCost: Bool
  /// Whether some score counts as success.
  public let hasTarget: Bool

  /// A score between failure and success.
  public static let success = TaskMeasure(name: "score", isCost: false, hasTarget: true)

  /// A cost, whose negative is the score.
  ///
  /// - Parameters:
  ///   - name: What the cost is, in one or two words.
  ///   - hasTarget: Whether some cost counts as success.
  /// - Returns: The measure.
  public static func cost(_ name: String, hasTarget: Bool) -> TaskMeasure {
    TaskMeasure(name: name, isCost: true, hasTarget: hasTarget)
  }

  /// Creates a measure.
  public init(name: String, isCost: Bool, hasTarget: Bool) {
    self.name = name
    self.isCost = isCost
    self.hasTarget = hasTarget
  }
}
