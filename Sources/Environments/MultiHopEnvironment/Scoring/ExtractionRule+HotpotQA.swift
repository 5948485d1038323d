// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

extension ExtractionRule {
  /// HotpotQA's exact match: the text after the last `Answer:` equals the target once both are in
  /// lower case without punctuation, articles and surplus space.
  static let hotpotExactMatch = ExtractionRule(
    "exact-match", reference: ShortAnswerForm.official
  ) { text in
    said(in: text).map(ShortAnswerForm.official)
  }

  /// The same as DSPy computes it, and hence GEPA: letters are first taken apart from their accents.
  static let dspyExactMatch = ExtractionRule(
    "dspy-exact-match", reference: ShortAnswerForm.dspy
  ) { text in
    said(in: text).map(ShortAnswerForm.dspy)
  }

  /// What a response says after its last `Answer:`, to the end of the line; nil without one.
  static func said(in response: String) -> String? {
    lineAfterAnswer.all(in: response).last.map { String($0.output.1) }
  }

  private static let lineAfterAnswer = ReadingPattern(/(?i)answer\s*:[ \t]*(\S.*)/)
}
