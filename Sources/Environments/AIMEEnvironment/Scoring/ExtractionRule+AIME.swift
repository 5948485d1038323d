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
    let pattern = /(?i)Answer:/.matchingSemantics(.unicodeScalar)
    guard let mark = text.matches(of: pattern).last else { return nil }
    return pythonInteger(text[mark.range.upperBound...]).map(String.init)
  }

  /// The form of lm-evaluation-harness: the content of the last `\boxed{}`, read as a whole number.
  static let boxedInteger = ExtractionRule("boxed", reference: { $0 }) { text in
    let pattern = /\\boxed\s*\{([^{}]*)\}/.matchingSemantics(.unicodeScalar)
    return text.matches(of: pattern).last.flatMap { pythonInteger($0.1) }.map(String.init)
  }

  /// LiveBench's rule for AIME, made strict at word borders: the last number within the last 50
  /// characters.
  static let closingInteger = ExtractionRule("closing", reference: { $0 }) { text in
    let pattern = /[0-9]+/.matchingSemantics(.unicodeScalar)
    return text.suffix(50).matches(of: pattern).last.flatMap { Int($0.0) }.map(String.init)
  }

  /// A whole number as Python's `int` reads it: white space around it, a sign, leading zeros and
  /// single underscores between digits are allowed.
  private static func pythonInteger(_ text: some StringProtocol) -> Int? {
    let pattern = /\s*([+-]?)([0-9]+(?:_[0-9]+)*)\s*/.matchingSemantics(.unicodeScalar)
    guard let match = String(text).wholeMatch(of: pattern) else { return nil }
    return Int(match.1 + match.2.replacing("_", with: ""))
  }
}
