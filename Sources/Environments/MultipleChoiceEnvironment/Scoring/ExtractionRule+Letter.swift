// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

extension ExtractionRule {
  /// TextGrad's rule for questions with four choices: the letter after the first `Answer:`, as it is
  /// written there, so that a small letter is wrong.
  static let textGradLetter = ExtractionRule("textgrad", reference: { $0 }) { text in
    letterAfterAnswer.first(in: text).map { String($0.output.1) }
  }

  /// The rule of simple-evals: the same, with a dollar sign around the letter allowed and no line
  /// break before it.
  static let simpleEvalsLetter = ExtractionRule("simple-evals", reference: { $0 }) { text in
    letterOnSameLine.first(in: text).map { String($0.output.1) }
  }

  private static let letterAfterAnswer = ReadingPattern(/(?i)Answer\s*:\s*([A-D])/)
  private static let letterOnSameLine = ReadingPattern(/(?i)Answer[ \t]*:[ \t]*\$?([A-D])\$?/)
}
