// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A published way to decide whether an answer is right.
public protocol AnswerRule: Sendable {
  /// A short name for tables, such as `paper`.
  var name: String { get }

  /// Whether an answer counts as right.
  ///
  /// - Parameters:
  ///   - answer: What the program returned, or `nil` when it failed or did not return text, which
  ///     is never right.
  ///   - example: The item that was asked.
  /// - Returns: `true` for a right answer.
  func isCorrect(_ answer: String?, for example: Example) -> Bool
}
