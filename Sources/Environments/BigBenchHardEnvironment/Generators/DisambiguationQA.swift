// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// Sentences about two people with a pronoun that stands for one of them or might stand for either.
///
/// The answer belongs to the frame of the sentence and not to the people, whose trades have nothing
/// to do with what is said.
struct DisambiguationQA: BigBenchHardGenerator {
  let task = BigBenchHardTask.disambiguationQA
  let balancedAnswers = OptionLetters.names(3)

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let wantsAmbiguous = answer.map { $0 == OptionLetters.name(at: 2) } ?? stream.chance(33)
    let frame = stream.element(
      of: PronounFrame.all.filter { ($0.antecedent == .either) == wantsAmbiguous })
    let people = stream.sample(2, of: Self.people)
    let pronoun = stream.element(of: Pronoun.all)
    let order = stream.shuffled([0, 1])
    let right =
      switch frame.antecedent {
      case .first: order.firstIndex(of: 0)
      case .second: order.firstIndex(of: 1)
      case .either: 2
      }
    guard let right else { return nil }
    return GeneratedItem(
      input: """
        Say which person the pronoun in this sentence stands for, or that this is ambiguous.
        Sentence: \(frame.sentence(about: people, pronoun))
        \(OptionLetters.block(order.map { frame.claim(about: people[$0]) } + ["Ambiguous"]))
        """,
      target: OptionLetters.name(at: right)
    )
  }

  /// Trades that make nothing likelier that happens in a frame.
  private static let people = [
    "archaeologist", "astronomer", "beekeeper", "biologist", "bookbinder", "botanist", "brewer",
    "cartographer", "chemist", "clockmaker", "composer", "diplomat", "florist", "geologist",
    "glassblower", "goldsmith", "historian", "jeweller", "mathematician", "meteorologist", "miller",
    "novelist", "physicist", "piano tuner", "potter", "saddler", "sculptor", "stonemason",
    "surveyor", "toolmaker", "violinist", "weaver", "zoologist",
  ]
}
