// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

/// How many steps of a trial had an outcome.
package struct StepCount: Sendable, Hashable, Codable, FetchableRecord {
  /// The trial.
  package var trialID: TrialRecord.ID
  /// The outcome.
  package var outcome: StepRecord.Outcome
  /// The number of such steps.
  package var count: Int

  /// Creates a count.
  package init(trialID: TrialRecord.ID, outcome: StepRecord.Outcome, count: Int) {
    self.trialID = trialID
    self.outcome = outcome
    self.count = count
  }
}
