// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What a model call is made for, known to whoever records the call without being passed through
/// the workflow.
public final class TrialScope: Sendable {
  /// The part of a trial that is under way.
  public enum Activity: Sendable, Hashable {
    /// The evaluation with this sequence number.
    case evaluation(Int)
    /// The update with this index.
    case step(Int)
  }

  /// The scope of the current task, or nil outside a trial.
  @TaskLocal public static var current: TrialScope?

  /// What is under way.
  public let activity: Activity
  /// Whether its model calls are held against the trial's budget, as those of training are.
  public let isBudgeted: Bool
  private let callCount = Atomic<Int>(0)

  /// Creates the scope of one activity.
  public init(_ activity: Activity, isBudgeted: Bool = true) {
    self.activity = activity
    self.isBudgeted = isBudgeted
  }

  /// The place of the next model call within this activity, from 0.
  public func nextCall() -> Int { callCount.wrappingAdd(1, ordering: .relaxed).oldValue }
}
