// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A German sentence with its English translation, in which parts are exchangeable.
struct TranslationTemplate: Sendable {
  /// A part of which a sentence has exactly one.
  enum Slot: String, CaseIterable {
    /// A person, place or country.
    case name
    /// A number in digits.
    case number
    /// An adjective.
    case modifier
    /// What the adjective or the sentence is about.
    case noun
    /// A statement, of which the vocabulary has one and its opposite.
    case claim
    /// A relative clause.
    case clause
  }

  /// The sentence, with each slot's name in braces once, such as `{noun}`.
  ///
  /// It has no commas but those before and after the clause.
  private let german: String
  /// The same in English.
  private let english: String
  /// What may stand in each place.
  private let vocabularies: [Slot: GermanVocabulary]

  /// Creates a template.
  ///
  /// - Parameters:
  ///   - german: The sentence with its places.
  ///   - english: Its translation.
  ///   - names: Persons, places or countries.
  ///   - numbers: Numbers that are written alike in both languages.
  ///   - modifiers: Adjectives without ending.
  ///   - nouns: Words of the same gender and number.
  ///   - claims: A statement and its opposite.
  ///   - clauses: Relative clauses that fit all nouns.
  init(
    german: String, english: String, names: GermanVocabulary, numbers: ClosedRange<Int>,
    modifiers: GermanVocabulary, nouns: GermanVocabulary, claims: GermanVocabulary,
    clauses: GermanVocabulary
  ) {
    self.german = german
    self.english = english
    vocabularies = [
      .name: names, .number: GermanVocabulary(numbers), .modifier: modifiers, .noun: nouns,
      .claim: claims, .clause: clauses,
    ]
  }

  /// All templates.
  static let all = places + people + things

  /// The sentence and a translation that is wrong in one part.
  ///
  /// - Parameters:
  ///   - wrong: The part; a clause is left out, anything else is replaced by another choice.
  ///   - stream: Where all randomness comes from.
  /// - Returns: Both sentences.
  func pair(withErrorIn wrong: Slot, _ stream: inout SeededStream) -> GermanVocabulary.Phrase {
    var (source, translation) = (german, english)
    if wrong == .clause { translation = translation.replacing(", {clause},", with: "") }
    for slot in Slot.allCases {
      guard let vocabulary = vocabularies[slot] else { continue }
      let phrases = stream.sample(2, of: vocabulary.phrases)
      let place = "{\(slot.rawValue)}"
      source = source.replacing(place, with: phrases[0].german)
      translation = translation.replacing(place, with: phrases[slot == wrong ? 1 : 0].english)
    }
    return GermanVocabulary.Phrase(german: source, english: translation)
  }
}
