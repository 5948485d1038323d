// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import TrialRecords

/// What came of verifying a store.
package struct VerificationSummary: Sendable {
  /// Why rows were not computed anew, with their number.
  package struct Rest: Sendable, Hashable {
    /// The suite and task.
    package let task: String
    /// The reason, in a part of a sentence.
    package let reason: String
    /// Evaluations.
    package internal(set) var evaluations: Int
  }

  /// Everything that is not as it should be; empty when all is well.
  package internal(set) var faults: [StoreFault]
  /// Trials of the store.
  package internal(set) var trials = 0
  /// Evaluations that were computed anew.
  package internal(set) var recomputed = 0
  /// Evaluations that were not, by task and reason.
  package private(set) var rest: [Rest] = []

  init(faults: [StoreFault]) { self.faults = faults }

  mutating func leave(_ count: Int, of trial: TrialRecord, because reason: String) {
    let task = "\(trial.suite):\(trial.task)"
    if let known = rest.firstIndex(where: { $0.task == task && $0.reason == reason }) {
      rest[known].evaluations += count
    } else {
      rest.append(Rest(task: task, reason: reason, evaluations: count))
    }
  }
}
