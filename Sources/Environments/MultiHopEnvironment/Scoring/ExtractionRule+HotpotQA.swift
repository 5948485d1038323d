// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

extension ExtractionRule {
  /// HotpotQA's exact match: the text after the last `Answer:` equals the target once both are in
  /// lower case without punctuation, articles and surplus space.
  static let hotpotExactMatch = ExtractionRule(
    "exact-match", reference: { AnswerForm.official($0) }
  ) { text in
    AnswerForm.said(in: text).map(AnswerForm.official)
  }

  /// The same as DSPy computes it, and hence GEPA: letters are first taken apart from their accents.
  static let dspyExactMatch = ExtractionRule(
    "dspy-exact-match", reference: { AnswerForm.dspy($0) }
  ) { text in
    AnswerForm.said(in: text).map(AnswerForm.dspy)
  }
}
