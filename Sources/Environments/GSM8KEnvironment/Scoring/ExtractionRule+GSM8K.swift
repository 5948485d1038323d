// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

extension ExtractionRule {
  /// The publisher's rule: the number after the first `#### `, without its commas.
  static let gsm8kOfficial = ExtractionRule("official", reference: withoutCommas) { text in
    firstMarked(in: text).map(withoutCommas)
  }

  /// `strict-match` of the task `gsm8k` of lm-evaluation-harness: the number after the first
  /// `#### `.
  static let gsm8kStrict = ExtractionRule("lm-eval-strict", reference: harnessForm) { text in
    firstMarked(in: text).map(harnessForm)
  }

  /// `strict-match` of the task `gsm8k_cot` of lm-evaluation-harness: the number after the first
  /// `The answer is `, after which its pattern wants one more character.
  static let gsm8kChainOfThought = ExtractionRule(
    "lm-eval-cot-strict", reference: harnessForm
  ) { text in
    toldNumber.first(in: text).map { harnessForm(String($0.output.1)) }
  }

  /// `flexible-extract` of lm-evaluation-harness: the last thing in the text that looks like a
  /// number.
  static let gsm8kFlexible = ExtractionRule("lm-eval-flexible", reference: harnessForm) { text in
    looseNumber.all(in: text).last.map { harnessForm(String($0.output)) }
  }

  /// Trace-Bench's rule: the last number in the text, without its commas.
  static let gsm8kTraceBench = ExtractionRule("trace-bench", reference: withoutCommas) { text in
    signedNumber.all(in: text).last.map { withoutCommas(String($0.output)) }
  }

  private static let markedNumber = ReadingPattern(/#### (-?[0-9.,]+)/)
  private static let toldNumber = ReadingPattern(/The answer is (-?[0-9.,]+)[^\n]/)
  private static let looseNumber = ReadingPattern(/-?[$0-9.,]{2,}|-?[0-9]+/)
  private static let signedNumber = ReadingPattern(/[-+]?[0-9][0-9,]*\.?[0-9]*/)

  private static func firstMarked(in text: String) -> String? {
    markedNumber.first(in: text).map { String($0.output.1) }
  }

  @Sendable private static func withoutCommas(_ text: String) -> String {
    text.replacing(",", with: "")
  }

  /// What `exact_match` of lm-evaluation-harness compares: commas, dollar signs and a final full
  /// stop are deleted, and case is ignored.
  @Sendable private static func harnessForm(_ text: String) -> String {
    var rest = text.replacing(",", with: "").replacing("$", with: "")
    if rest.hasSuffix(".") { rest.removeLast() }
    return rest.lowercased()
  }
}
