// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A published way to decide whether an answer is right.
public protocol AnswerRule: Sendable {
  /// A short name for tables, such as `paper`.
  var name: String { get }

  /// What the rule has to be given.
  var reads: AnswerRuleInput { get }

  /// Whether there is anything in a text that the rule could compare with a target.
  ///
  /// - Parameter text: What the rule ``reads``.
  /// - Returns: `false` for a text without an answer.
  func findsAnswer(in text: String) -> Bool

  /// Whether an answer counts as right.
  ///
  /// - Parameters:
  ///   - answer: What the rule ``reads``, or `nil` when the program failed or did not return text,
  ///     which is never right.
  ///   - example: The item that was asked.
  /// - Returns: `true` for a right answer.
  func isCorrect(_ answer: String?, for example: Example) -> Bool
}

/// Which text of a workflow a rule looks at.
public enum AnswerRuleInput: String, Sendable, Hashable {
  /// What the workflow returned.
  case answer
  /// The whole response of the last model call, as harnesses do that know no workflow.
  case response
}

extension AnswerRule {
  /// What the workflow returned.
  public var reads: AnswerRuleInput { .answer }

  /// True: every text is an answer, if a wrong one.
  public func findsAnswer(in text: String) -> Bool { true }
}
