// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Numbers in English words as lm-evaluation-harness finds them and word2number 1.1 reads them.
///
/// Their oddities are kept, because they decide scores: a lone `six`, `seven`, `eight` or `nine` is
/// not found, `fourteen` is 4, `twenty six` is 20, `none` is 1, and of numbers with commas between
/// them the last counts.
enum HarnessNumber {
  /// The last number of a text as digits.
  ///
  /// - Returns: The number, or nil when there is none, or one at which the harness itself ends with
  ///   an error, such as `trillion`.
  static func last(in text: String) -> String? {
    let pattern =
      #/
      (?:
        (?: zero | one | two | three | four | five
          | (?: twen | thir | for | fif | six | seven | nine ) (?: teen | ty )
          | eight (?: | een | y ) | ten | eleven | twelve | fourteen
          | hundred | thousand | (?: m | b | tr ) illion )
        (?: zero | one | two | three | four | five
          | (?: twen | thir | for | fif | six | seven | nine ) (?: | teen | ty )
          | eight (?: een | y ) | ten | eleven | twelve | fourteen
          | hundred | thousand | (?: m | b | tr ) illion
          | [^\S\r\n] | , | and | & )+
      )?
      (?: zero | one | two | three | four | five
        | (?: twen | thir | for | fif | six | seven | nine ) (?: teen | ty )
        | eight (?: een | y ) | ten | eleven | twelve | fourteen
        | hundred | thousand | (?: m | b | tr ) illion )
      /#
    let matches = text.lowercased().matches(of: pattern.matchingSemantics(.unicodeScalar))
    return matches.last.flatMap { value(of: $0.output) }.map(String.init)
  }

  /// The number that a text stands for; what is no number is left out.
  private static func value(of text: Substring) -> Int? {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { values[$0] != nil }[...]
    guard words.count > 1 else { return words.first.flatMap { values[$0] } }
    let order = words.compactMap { scales.firstIndex(of: $0) }
    guard zip(order, order.dropFirst()).allSatisfy(<) else { return nil }
    var total = 0
    for scale in order.map({ scales[$0] }) {
      let end = words.firstIndex(of: scale) ?? words.endIndex
      guard let factor = sum(of: words[..<end]), let value = values[scale] else { return nil }
      total += factor * value
      words = words[end...].dropFirst()
    }
    if words.isEmpty { return total }
    return sum(of: words).map { total + $0 }
  }

  /// The number below a thousand of some words, by their count alone; nil for none.
  private static func sum(of words: ArraySlice<String>) -> Int? {
    let numbers = words.compactMap { values[$0] }
    switch numbers.count {
    case 4: return numbers[0] * numbers[1] + numbers[2] + numbers[3]
    case 3: return numbers[0] * numbers[1] + numbers[2]
    case 2: return numbers.contains(100) ? numbers[0] * numbers[1] : numbers[0] + numbers[1]
    default: return numbers.first
    }
  }

  /// The words that multiply what stands before them, the largest first.
  private static let scales = ["billion", "million", "thousand"]

  private static let values: [String: Int] = {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var values = [
      "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
    ]
    for (value, word) in small.enumerated() { values[word] = value }
    for (index, word) in tens.enumerated() { values[word] = 10 * (index + 2) }
    return values
  }()
}
