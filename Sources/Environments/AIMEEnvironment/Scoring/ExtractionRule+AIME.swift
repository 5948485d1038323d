// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

extension ExtractionRule {
  /// GEPA's rule: what stands after the last "Answer:" up to the end has to be a whole number as
  /// Python's `int` reads it, so that a unit, a full stop or a fraction behind it is wrong.
  ///
  /// GEPA's program returns the answer in a field of its own; here it is what the instruction asks
  /// for, the text after the last "Answer:".
  static let gepaInteger = ExtractionRule("gepa", reference: { $0 }) { text in
    guard let mark = answerMark.all(in: text).last else { return nil }
    return pythonInteger(text[mark.range.upperBound...]).map(String.init)
  }

  /// The form of lm-evaluation-harness: the content of the last `\boxed{}`, read as a whole number.
  static let boxedInteger = ExtractionRule("boxed", reference: { $0 }) { text in
    box.all(in: text).last.flatMap { pythonInteger($0.output.1) }.map(String.init)
  }

  /// LiveBench's rule for AIME, made strict at word borders: the last number within the last 50
  /// characters.
  static let closingInteger = ExtractionRule("closing", reference: { $0 }) { text in
    digits.all(in: text.suffix(50)).last.flatMap { Int($0.output) }.map(String.init)
  }

  private static let answerMark = ReadingPattern(/(?i)Answer:/)
  private static let box = ReadingPattern(/\\boxed\s*\{([^{}]*)\}/)
  private static let digits = ReadingPattern(/[0-9]+/)
  private static let integer = ReadingPattern(/\s*([+-]?)([0-9]+(?:_[0-9]+)*)\s*/)

  /// A whole number as Python's `int` reads it: white space around it, a sign, leading zeros and
  /// single underscores between digits are allowed.
  private static func pythonInteger(_ text: some StringProtocol) -> Int? {
    guard let match = integer.whole(text) else { return nil }
    return Int(match.output.1 + match.output.2.replacing("_", with: ""))
  }
}
