// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The model calls that one evaluation or step of a trial made, added up.
package struct OwnedCallTotal: Sendable, Hashable, Codable, FetchableRecord {
  /// The trial.
  package var trialID: TrialRecord.ID
  /// On whose behalf the model was asked.
  package var role: ModelCallRecord.Role
  /// The number of the evaluation for the task's role, of the step for the optimizer's.
  package var owner: Int
  /// All calls, also those answered from the store.
  package var calls: Int
  /// Tokens of requests.
  package var promptTokens: Int
  /// Tokens of answers.
  package var completionTokens: Int

  /// Tokens of requests and answers.
  package var tokens: Int { promptTokens + completionTokens }

  /// Creates a total.
  package init(
    trialID: TrialRecord.ID, role: ModelCallRecord.Role, owner: Int, calls: Int,
    promptTokens: Int, completionTokens: Int
  ) {
    self.trialID = trialID
    self.role = role
    self.owner = owner
    self.calls = calls
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
  }
}
