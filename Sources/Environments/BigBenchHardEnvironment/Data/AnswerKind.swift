// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The form of a task's answers.
package enum AnswerKind: String, Sendable, Hashable, CaseIterable {
  /// `True` or `False`.
  case trueOrFalse
  /// `Yes` or `No`.
  case yesOrNo
  /// `yes` or `no`, in lower case.
  case lowercaseYesOrNo
  /// `valid` or `invalid`.
  case validOrInvalid
  /// An option's letter in parentheses, such as `(B)`.
  case option
  /// A decimal integer, which may be negative.
  case integer
  /// Closing brackets with a space between them.
  case brackets
  /// Words with a space between them.
  case words
}
