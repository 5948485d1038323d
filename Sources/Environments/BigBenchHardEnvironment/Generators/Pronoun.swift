// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The forms of a pronoun for one person.
struct Pronoun: Sendable {
  /// As in `he sings`.
  private let subject: String
  /// As in `we hear him`.
  private let object: String
  /// As in `his song`.
  private let possessive: String
  /// The past tense of `be` that goes with it.
  private let was: String

  /// The pronouns that a sentence may have.
  static let all = [
    Pronoun(subject: "he", object: "him", possessive: "his", was: "was"),
    Pronoun(subject: "she", object: "her", possessive: "her", was: "was"),
    Pronoun(subject: "they", object: "them", possessive: "their", was: "were"),
  ]

  /// A sentence with its forms in the places `{he}`, `{him}`, `{his}` and `{was}`.
  func filling(_ sentence: String) -> String {
    sentence.replacing("{he}", with: subject).replacing("{him}", with: object)
      .replacing("{his}", with: possessive).replacing("{was}", with: was)
  }
}
