// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import TrialRecords

/// Which trials of a plan a run takes.
package struct TrialSelection: Sendable, Hashable {
  /// What an earlier run left that is run again.
  package enum Retry: String, Sendable, Hashable, CaseIterable {
    /// Every trial that is not complete.
    case all
    /// Failed trials alone.
    case failed
    /// Every trial that is not complete but the failed ones.
    case none
  }

  /// The part of the plan; nil for all of it.
  package var shard: PlanShard?
  /// What is run again.
  package var retry: Retry

  /// Creates a selection; by default of every trial that is not complete.
  package init(shard: PlanShard? = nil, retry: Retry = .all) {
    self.shard = shard
    self.retry = retry
  }

  /// Whether a trial that the store has in this state is run.
  package func takes(_ state: TrialRecord.State) -> Bool {
    switch (state, retry) {
    case (.complete, _): false
    case (.failed, .all), (.failed, .failed): true
    case (.failed, .none): false
    case (.waiting, .failed), (.running, .failed), (.stopped, .failed): false
    case (.waiting, _), (.running, _), (.stopped, _): true
    }
  }
}
