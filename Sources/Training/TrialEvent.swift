// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// Something that happened in a trial and has to be kept.
public enum TrialEvent: Sendable {
  /// An example was scored.
  case evaluated(EvaluationEvent, Evaluation)
  /// An example could not be scored, for a reason outside the workflow.
  case evaluationFailed(EvaluationEvent, ExampleID, message: String)
  /// The optimizer answered.
  case proposed(step: Int, before: ParameterValues, Proposal)
  /// The optimizer's model could not be asked.
  case proposalFailed(step: Int, before: ParameterValues, message: String)
}

/// Where in a trial an evaluation belongs.
public struct EvaluationEvent: Sendable, Hashable {
  /// Why an evaluation was made.
  public enum Phase: String, Sendable, Hashable, Codable {
    /// To learn from.
    case training
    /// To choose among states, or on test examples to draw a curve after the choice.
    case checkpoint
    /// To report the state in which every trial starts.
    case initial
    /// To report the state that validation chose.
    case selected
  }

  /// The number of the evaluation in its trial, from 0, which does not depend on concurrency.
  public let sequence: Int
  /// Updates made before.
  public let step: Int
  /// The split of the example.
  public let split: DatasetSplit
  /// Why it was made.
  public let phase: Phase
  /// The values with which the workflow was run.
  public let values: ParameterValues
}

extension EvaluationEvent {
  /// The scope in which the evaluation's model calls are made; those on training examples are part
  /// of what the budget limits, also when a proposal is tried on them.
  var scope: TrialScope { TrialScope(.evaluation(sequence), isBudgeted: split == .train) }
}
