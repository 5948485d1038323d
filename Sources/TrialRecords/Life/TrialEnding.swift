// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How a trial came to its end.
package struct TrialEnding: Sendable, Hashable {
  /// Why it stopped, such as a spent budget.
  package var stopReason: String
  /// The state it started from.
  package var initial: StateRecord
  /// The state that validation chose.
  package var selected: StateRecord
  /// The state after the last step.
  package var final: StateRecord
  /// Optimizer steps taken.
  package var stepCount: Int

  /// Creates an ending.
  package init(
    stopReason: String, initial: StateRecord, selected: StateRecord, final: StateRecord,
    stepCount: Int
  ) {
    self.stopReason = stopReason
    self.initial = initial
    self.selected = selected
    self.final = final
    self.stepCount = stepCount
  }
}
