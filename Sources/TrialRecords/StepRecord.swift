// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

/// One step of an optimizer: what it proposed and what became of it.
package struct StepRecord: Sendable, Hashable {
  /// What became of a proposal.
  package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// The state changed.
    case updated
    /// The optimizer proposed the values that were there.
    case noChange
    /// The optimizer ended the trial of its own accord.
    case terminated
    /// No proposal could be read from the optimizer model's answer.
    case invalidAnswer
    /// Proposed values broke a constraint and were refused.
    case rejected
    /// The optimizer's model gave no answer.
    case modelError
  }

  /// The trial it belongs to.
  package var trialID: TrialRecord.ID
  /// Its place among the trial's steps, from 0.
  package var index: Int
  /// What became of the proposal.
  package var outcome: Outcome
  /// The state before the step.
  package var beforeDigest: ContentDigest
  /// The state after the step; equal to the state before unless the outcome is an update.
  package var afterDigest: ContentDigest
  /// The proposed values and the optimizer's reasons, as JSON text.
  package var proposal: String
  /// Which values were refused and why, as JSON text.
  package var rejections: String
  /// The way by which the proposal was read from the model's answer, such as strict JSON.
  package var answerPath: String

  /// Creates a step.
  package init(
    trialID: TrialRecord.ID, index: Int, outcome: Outcome, beforeDigest: ContentDigest,
    afterDigest: ContentDigest, proposal: String = "{}", rejections: String = "[]",
    answerPath: String = ""
  ) {
    self.trialID = trialID
    self.index = index
    self.outcome = outcome
    self.beforeDigest = beforeDigest
    self.afterDigest = afterDigest
    self.proposal = proposal
    self.rejections = rejections
    self.answerPath = answerPath
  }
}

extension StepRecord: Codable, FetchableRecord, PersistableRecord {
  /// The table of steps.
  static let databaseTableName = "step"
}
