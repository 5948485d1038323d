// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ExtractionRule {
  /// TextGrad's rule for counts and word problems: the digits of the last word that has any, up to
  /// its first full stop; signs and fractions vanish, and no number counts as 0.
  package static let textGradInteger = ExtractionRule(
    "textgrad", fallback: "0", reference: { lastInteger(in: $0) ?? "0" }
  ) { lastInteger(in: $0) }

  /// DSPy's rule for GSM8K: TextGrad's, but only the first line of the answer is read.
  package static let dspyInteger = ExtractionRule(
    "dspy", fallback: "0", reference: { lastInteger(in: $0) ?? "0" }
  ) { text in
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    return lastInteger(in: String(scalars.prefix { $0 != "\n" }))
  }

  /// The number as decimal digits without leading zeros, or nil when the published code would fall
  /// back to 0.
  private static func lastInteger(in text: String) -> String? {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    guard let word = words.last(where: { $0.contains(where: isDigit) }) else { return nil }
    let digits = word.prefix { $0 != "." }.filter(isDigit)
    guard !digits.isEmpty, digits.allSatisfy({ $0.properties.numericType == .decimal }) else {
      return nil
    }
    let values = digits.map { Int($0.properties.numericValue ?? 0) }
    let significant = values.drop { $0 == 0 }
    return significant.isEmpty ? "0" : significant.map(String.init).joined()
  }

  /// Whether Python's `isdigit` is true, which also is for digits such as `²`.
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
  }
}
