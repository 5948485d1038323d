// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Pieces of English of which items are put together.
package enum Phrase {
  /// Things in a row as `a`, `a and b` or `a, b, and c`.
  package static func list(_ things: [String]) -> String {
    guard things.count > 2, let last = things.last else {
      return things.joined(separator: " and ")
    }
    return things.dropLast().joined(separator: ", ") + ", and " + last
  }

  /// A noun with `a` or `an`, by its first letter.
  package static func indefinite(_ noun: String) -> String {
    let startsWithVowel = noun.first.map { "aeiou".contains($0) } ?? false
    return (startsWithVowel ? "an " : "a ") + noun
  }

  /// A number from zero to twenty in words.
  package static func number(_ value: Int) -> String {
    precondition(numbers.indices.contains(value), "only 0...20 have a word here")
    return numbers[value]
  }

  /// The ordinal of a number from one to ten in words.
  package static func ordinal(_ value: Int) -> String {
    precondition((1...ordinals.count).contains(value), "only 1...10 have an ordinal here")
    return ordinals[value - 1]
  }

  /// The text with its first letter in upper case.
  package static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]
}
