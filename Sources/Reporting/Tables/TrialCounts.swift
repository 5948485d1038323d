// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// How many trials are how far.
package struct TrialCounts: Sendable, Hashable {
  /// Trials that ended with a tested state.
  package var complete = 0
  /// Trials that ended with an error.
  package var failed = 0
  /// Trials that have not ended or not begun.
  package var unfinished = 0

  /// All trials.
  package var total: Int { complete + failed + unfinished }

  /// Creates a count of nothing.
  package init() {}

  init(_ trials: [TrialRecord]) {
    for trial in trials {
      switch trial.state {
      case .complete: complete += 1
      case .failed: failed += 1
      case .running, .waiting, .stopped: unfinished += 1
      }
    }
  }

  static func += (left: inout Self, right: Self) {
    left.complete += right.complete
    left.failed += right.failed
    left.unfinished += right.unfinished
  }
}

/// A trial that ended with an error.
package struct FailedTrial: Sendable, Hashable {
  /// The task.
  package let task: String
  /// The optimizer, as tables name it.
  package let optimizer: String
  /// The seed.
  package let seed: Int
  /// The error, as it was stored.
  package let error: String
}
