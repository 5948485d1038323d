// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A published way to decide whether an answer is right.
public protocol AnswerRule: Sendable {
  /// A short name for tables, such as `paper`.
  var name: String { get }

  /// What the rule has to be given.
  var reads: AnswerRuleInput { get }

  /// What the rule compares with a target, as it stands in a text.
  ///
  /// - Parameters:
  ///   - text: What the rule ``reads``.
  ///   - example: The item that was asked.
  /// - Returns: The answer, or `nil` for a text without one.
  func answer(in text: String, for example: Example) -> String?

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

  /// The text itself: every text is an answer, if a wrong one.
  public func answer(in text: String, for example: Example) -> String? { text }

  /// Whether there is anything in a text that the rule could compare with a target.
  public func findsAnswer(in text: String, for example: Example) -> Bool {
    answer(in: text, for: example) != nil
  }
}
