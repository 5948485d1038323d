// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

/// The countable part of an evaluation.
package struct EvaluationOutcome: Sendable, Hashable, Codable, FetchableRecord {
  /// The trial it belongs to.
  package var trialID: TrialRecord.ID
  /// Its place among the trial's evaluations, from 0.
  package var sequence: Int
  /// Optimizer steps taken before it.
  package var step: Int
  /// The part of the data that the example belongs to.
  package var split: EvaluationRecord.Split
  /// What the evaluation was for.
  package var phase: EvaluationRecord.Phase
  /// The example's identifier.
  package var exampleID: String
  /// The state the workflow ran with.
  package var stateDigest: ContentDigest
  /// How it ended.
  package var outcome: EvaluationRecord.Outcome
  /// The guide's score; nil exactly when the outcome is a model error.
  package var score: Double?

  /// Creates an outcome.
  package init(
    trialID: TrialRecord.ID, split: EvaluationRecord.Split, phase: EvaluationRecord.Phase,
    exampleID: String, stateDigest: ContentDigest, outcome: EvaluationRecord.Outcome,
    score: Double?, sequence: Int = 0, step: Int = 0
  ) {
    self.trialID = trialID
    self.sequence = sequence
    self.step = step
    self.split = split
    self.phase = phase
    self.exampleID = exampleID
    self.stateDigest = stateDigest
    self.outcome = outcome
    self.score = score
  }
}
