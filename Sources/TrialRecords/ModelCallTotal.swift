// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The model calls of a trial in one role, added up.
///
/// Calls and tokens include those answered from the store, as if they had been paid for.
package struct ModelCallTotal: Sendable, Hashable, Codable, FetchableRecord {
  /// The trial.
  package var trialID: TrialRecord.ID
  /// On whose behalf the model was asked.
  package var role: ModelCallRecord.Role
  /// All calls.
  package var calls = 0
  /// Calls that were answered from the store.
  package var cacheHits = 0
  /// Calls without an answer.
  package var errors = 0
  /// Answers that the token limit cut off.
  package var truncated = 0
  /// Tokens of the requests.
  package var promptTokens = 0
  /// Tokens of the answers.
  package var completionTokens = 0
  /// Seconds that the model took for the calls it answered itself, added up.
  package var latencySeconds = 0.0

  /// Creates a total of no calls.
  package init(trialID: TrialRecord.ID, role: ModelCallRecord.Role) {
    self.trialID = trialID
    self.role = role
  }
}
