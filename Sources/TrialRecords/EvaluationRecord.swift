// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

/// One scored forward pass.
package struct EvaluationRecord: Sendable, Hashable {
  /// The part of the data that the example belongs to.
  package enum Split: String, Sendable, Hashable, Codable, CaseIterable {
    /// Seen by the optimizer.
    case train
    /// Chooses among states.
    case validation
    /// Scored on the initial and the selected state only.
    case test
  }

  /// What the evaluation was for.
  package enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
    /// The state that the trial started from.
    case initial
    /// Feedback for a step.
    case training
    /// A state on its way, measured to choose among states, or on test examples for a curve.
    case checkpoint
    /// The state that validation chose.
    case selected
    /// The state after the last step.
    case final
  }

  /// How the evaluation ended.
  package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// The output reached the target.
    case correct
    /// The output missed the target.
    case incorrect
    /// No answer could be read from the output; it counts as missed.
    case invalidAnswer
    /// The workflow raised an exception of its own; it counts as missed.
    case exception
    /// The model gave no answer; there is no score, and none may be assumed.
    case modelError
  }

  /// The trial it belongs to.
  package var trialID: TrialRecord.ID
  /// Its place among the trial's evaluations, from 0.
  package var sequence: Int
  /// Optimizer steps taken before it.
  package var step: Int
  /// The part of the data that the example belongs to.
  package var split: Split
  /// What the evaluation was for.
  package var phase: Phase
  /// The example's identifier.
  package var exampleID: String
  /// The state the workflow ran with.
  package var stateDigest: ContentDigest
  /// How it ended.
  package var outcome: Outcome
  /// The guide's score, higher is better; nil exactly when the outcome is a model error.
  package var score: Double?
  /// The answer as text.
  package var answer: String
  /// The guide's feedback.
  package var feedback: String
  /// What went wrong, when something did.
  package var error: String?

  /// Creates an evaluation with every column given.
  package init(
    trialID: TrialRecord.ID, sequence: Int, step: Int, split: Split, phase: Phase,
    exampleID: String, stateDigest: ContentDigest, outcome: Outcome, score: Double?,
    answer: String = "", feedback: String = "", error: String? = nil
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
    self.answer = answer
    self.feedback = feedback
    self.error = error
  }
}

extension EvaluationRecord: Codable, FetchableRecord, PersistableRecord {
  /// The table of evaluations.
  static let databaseTableName = "evaluation"
}
