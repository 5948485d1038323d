// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// A German sentence and an English translation with one error, whose kind is to be named.
///
/// Every sentence has a place for each kind of error, so that its form does not tell which one it
/// has.
struct SalientTranslationError: BigBenchHardGenerator {
  let task = BigBenchHardTask.salientTranslationErrorDetection
  let balancedAnswers = OptionLetters.names(Kind.allCases.count)

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let wanted = answer.flatMap(OptionLetters.index(of:)).map { Kind.allCases[$0] }
    let kind = wanted ?? stream.element(of: Kind.allCases)
    guard let place = Kind.allCases.firstIndex(of: kind) else { return nil }
    let template = stream.element(of: TranslationTemplate.all)
    let pair = template.pair(withErrorIn: kind.slot, &stream)
    return GeneratedItem(
      input: """
        Below is a German sentence with an English translation that has exactly one error. The \
        error is of one of these kinds: \(Self.definitions) Which kind is it?  \
        Source: \(pair.german)
        Translation: \(pair.english)
        The kind of error in the translation is
        \(OptionLetters.block(Kind.allCases.map(\.rawValue)))
        """,
      target: OptionLetters.name(at: place)
    )
  }

  /// The kinds of error in the order in which they are listed as options.
  private enum Kind: String, CaseIterable {
    case modifier = "Modifiers or Adjectives"
    case number = "Numerical Values"
    case negation = "Negation or Antonyms"
    case name = "Named Entities"
    case droppedContent = "Dropped Content"
    case fact = "Facts"

    /// The part of a template in which the error is made.
    var slot: TranslationTemplate.Slot {
      switch self {
      case .modifier: .modifier
      case .number: .number
      case .negation: .claim
      case .name: .name
      case .droppedContent: .clause
      case .fact: .noun
      }
    }
  }

  /// What the kinds mean.
  private static let definitions = """
    Named Entities: a person, place or country is swapped for another one. Numerical Values: a \
    number or a year differs. Modifiers or Adjectives: a word that describes a noun differs. \
    Negation or Antonyms: a statement is turned into its opposite. Facts: something else \
    that is said differs, such as what kind of thing or person it is. Dropped Content: a whole \
    clause is missing.
    """
}
