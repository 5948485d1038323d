// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Trace

/// All that an optimizer is told after it missed training examples: nothing of other splits, nothing of
/// the answer beyond the feedback.
public struct TrainingSignal: Sendable {
  /// The values with which the workflow was run.
  public let values: ParameterValues
  /// The score on the training example; the mean over several.
  public let score: Double
  /// How the evaluation ended; of several, that of the first one that missed the target.
  public let outcome: Assessment.Outcome
  /// The feedback on the output.
  public let feedback: String
  /// The trace as a pseudo-program, with the feedback, as seen from the trainable parameters.
  public let view: FunctionView
  /// Maps names in the view to names of parameters.
  public let parameterNames: [String: String]
  /// The signals of single examples when several were run; empty for one example.
  public let parts: [TrainingSignal]

  /// Creates a signal.
  public init(
    values: ParameterValues, score: Double, feedback: String, view: FunctionView,
    parameterNames: [String: String], outcome: Assessment.Outcome = .incorrect,
    parts: [TrainingSignal] = []
  ) {
    self.values = values
    self.score = score
    self.feedback = feedback
    self.view = view
    self.parameterNames = parameterNames
    self.outcome = outcome
    self.parts = parts
  }
}
