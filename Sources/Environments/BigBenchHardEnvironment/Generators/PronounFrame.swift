// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A sentence with places for two people and a pronoun, and whom the pronoun stands for.
struct PronounFrame: Sendable {
  /// Whom a pronoun stands for.
  enum Antecedent: Sendable {
    /// The person named first: said of the other one, the sentence would make no sense.
    case first
    /// The person named second: said of the other one, the sentence would make no sense.
    case second
    /// Either of them: it makes sense both ways.
    case either
  }

  /// Whom the pronoun stands for.
  let antecedent: Antecedent
  /// The sentence with `{1}` and `{2}` for the people and `{he}`, `{him}`, `{his}`, `{was}` for the
  /// pronoun and its verb.
  private let sentence: String
  /// What the sentence says about whom the pronoun stands for, with `{0}` for that person.
  private let claim: String

  /// Creates a frame.
  ///
  /// - Parameters:
  ///   - antecedent: Whom the pronoun stands for.
  ///   - sentence: The sentence with `{1}`, `{2}` and the pronoun's places.
  ///   - claim: What it says, with `{0}`.
  init(_ antecedent: Antecedent, _ sentence: String, claim: String) {
    self.antecedent = antecedent
    self.sentence = sentence
    self.claim = claim
  }

  /// The sentence about two people.
  func sentence(about people: [String], _ pronoun: Pronoun) -> String {
    let filled = sentence.replacing("{1}", with: "the \(people[0])")
      .replacing("{2}", with: "the \(people[1])")
    return Phrase.capitalized(pronoun.filling(filled))
  }

  /// What the sentence says when the pronoun stands for this person.
  func claim(about person: String) -> String {
    Phrase.capitalized(claim.replacing("{0}", with: "the \(person)"))
  }
}
