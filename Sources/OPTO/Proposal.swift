// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What an optimizer answers to a training signal.
public struct Proposal: Sendable, Hashable {
  /// How a step ended.
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// At least one parameter has a new value.
    case updated
    /// The values stay as they are, because the optimizer wants them so.
    case noChange
    /// The optimizer said that nothing is left to improve; the values stay as they are.
    case terminated
    /// The answer could not be read.
    case invalidAnswer
    /// Every new value was refused.
    case rejected
  }

  /// A value that was refused, and why.
  public struct Rejection: Sendable, Hashable, Codable {
    /// The parameter as the answer named it.
    public let parameter: String
    /// Why its value was refused.
    public let reason: String

    /// Creates a rejection.
    public init(parameter: String, reason: String) {
      self.parameter = parameter
      self.reason = reason
    }
  }

  /// What became of one of several proposals, or of one that had to pass a test.
  public struct Trial: Sendable, Hashable {
    /// The values that were tried.
    public let values: ParameterValues
    /// The mean score on the training examples of the evidence; nil when it was not tried on them.
    public let batch: Double?
    /// The mean score on the validation examples; nil when it was not tried on them.
    public let validation: Double?
    /// Why it was taken or refused.
    public let verdict: String

    /// Creates the report of a trial.
    public init(values: ParameterValues, batch: Double?, validation: Double?, verdict: String) {
      self.values = values
      self.batch = batch
      self.validation = validation
      self.verdict = verdict
    }
  }

  /// How the step ended.
  public var outcome: Outcome
  /// The values to go on with.
  public var values: ParameterValues
  /// Values that were refused.
  public var rejections: [Rejection]
  /// How the answer was read, such as `json`, `fenced` or `repaired`; empty without an answer.
  public var answerPath: String
  /// Why the optimizer proposes this, in its own words.
  public var reasoning: String
  /// What was tried before this proposal was chosen; filled by the trainer, empty when nothing was.
  public var trials: [Trial] = []

  /// Creates a proposal.
  public init(
    _ outcome: Outcome, values: ParameterValues, rejections: [Rejection] = [],
    answerPath: String = "", reasoning: String = ""
  ) {
    self.outcome = outcome
    self.values = values
    self.rejections = rejections
    self.answerPath = answerPath
    self.reasoning = reasoning
  }
}
