// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Whole numbers in English words, up to the millions.
enum EnglishNumber {
  private static let values: [String: Int] = {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var values: [String: Int] = [:]
    for (value, word) in small.enumerated() { values[word] = value }
    for (index, word) in tens.enumerated() { values[word] = 10 * (index + 2) }
    return values
  }()

  private static let scales = ["thousand": 1000, "million": 1_000_000]

  /// The last number of the text as digits, or nil when there is none.
  static func last(in text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let end = words.lastIndex(where: isPart) else { return nil }
    var start = end
    while start > 0, isPart(words[start - 1]) || words[start - 1] == "and" { start -= 1 }
    return String(value(of: words[start...end]))
  }

  private static func isPart(_ word: String) -> Bool {
    values[word] != nil || word == "hundred" || scales[word] != nil
  }

  private static func value(of words: ArraySlice<String>) -> Int {
    var (total, current) = (0, 0)
    for word in words {
      if let value = values[word] {
        current += value
      } else if word == "hundred" {
        current = max(1, current) * 100
      } else if let scale = scales[word] {
        total += max(1, current) * scale
        current = 0
      }
    }
    return total + current
  }
}
