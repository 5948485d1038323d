// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import QuestionAnswering

/// The forms of texts that rules compare.
enum TextForms {
  /// The text without white space at its ends.
  @Sendable static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The last option letter in parentheses, or the letter that is the whole text, as `(B)`.
  static func letter(_ text: String) -> String? {
    if let last = OptionLetters.last(in: text) { return last }
    let bare = trimmed(text).filter { $0 != "." }
    guard bare.count == 1, let letter = bare.first, ("A"..."Z").contains(letter) else { return nil }
    return "(\(letter))"
  }

  /// The last number in the text without thousands commas, leading zeros and zeros after the last
  /// digit of its fraction.
  ///
  /// A number is decimal; commas stand in it between groups of three digits only, and its whole part
  /// may be missing. What stands in another form, such as `1e5`, is read as more than one number.
  static func number(_ text: String) -> String? {
    numberPattern.all(in: text).last.map { canonical($0.output.0) }
  }

  /// Whether the text is one number and nothing else, but for white space around it.
  static func isNumber(_ text: String) -> Bool {
    numberPattern.whole(trimmed(text)) != nil
  }

  private static let numberPattern = ReadingPattern(
    /-?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(\.[0-9]+)?|\.[0-9]+)/)

  private static func canonical(_ number: Substring) -> String {
    let digits = number.replacing(",", with: "")
    let isNegative = digits.hasPrefix("-")
    let parts = digits.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == "0" }
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.hasSuffix("0") { fraction = fraction.dropLast() }
    let value = (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : "." + fraction)
    return isNegative && value != "0" ? "-" + value : value
  }
}
