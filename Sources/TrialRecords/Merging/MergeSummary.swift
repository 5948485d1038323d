// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a merge brought together.
package struct MergeSummary: Sendable, Hashable {
  /// Runs of the merged store.
  package internal(set) var runs = 0
  /// Trials of the merged store.
  package internal(set) var trials = 0
  /// Complete ones among them.
  package internal(set) var complete = 0
  /// Complete trials of which stores had different rows, so that one had to be chosen.
  package internal(set) var differing: [TrialRecord] = []
}
