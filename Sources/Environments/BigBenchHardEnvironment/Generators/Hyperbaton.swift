// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// Two orders of the same adjectives, of which one is usual in English.
///
/// The usual order is opinion, size, age, shape, colour, origin, material, purpose. An item has at
/// most one adjective of each, so that every other order is wrong.
struct Hyperbaton: ScalableGenerator {
  /// Adjectives before the noun, at most as many as there are kinds.
  private let adjectiveCount: ClosedRange<Int>
  /// Whether the other order differs by two neighbours alone, and not by chance in all places.
  private let swapsNeighbours: Bool

  let task = BigBenchHardTask.hyperbaton
  let balancedAnswers = OptionLetters.names(2)

  init(_ difficulty: Difficulty) {
    (adjectiveCount, swapsNeighbours) =
      switch difficulty {
      case .published: (2...6, false)
      case .hard: (7...7, false)
      case .hardest: (8...8, true)
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let kinds = Array(Self.adjectives.indices)
    let chosen = stream.sample(stream.integer(in: adjectiveCount), of: kinds).sorted()
    let usual = chosen.map { stream.element(of: Self.adjectives[$0]) }
    let other = swapsNeighbours ? swapped(usual, &stream) : stream.shuffled(usual)
    guard other != usual else { return nil }
    let noun = stream.element(of: Self.nouns)
    let options = stream.shuffled([usual, other])
    let texts = options.map { ($0 + [noun]).joined(separator: " ") }
    return GeneratedItem(
      input: "Which phrase has its adjectives in the usual order?\n\(OptionLetters.block(texts))",
      target: OptionLetters.name(at: options[0] == usual ? 0 : 1)
    )
  }

  private func swapped(_ adjectives: [String], _ stream: inout SeededStream) -> [String] {
    var result = adjectives
    let place = stream.integer(in: 0...result.count - 2)
    result.swapAt(place, place + 1)
    return result
  }

  /// The adjectives by kind, the kinds in their usual order.
  private static let adjectives = [
    ["charming", "dreadful", "splendid", "boring", "delightful", "ugly", "pleasant", "elegant"],
    ["gigantic", "miniature", "colossal", "petite", "oversized", "pocket-size", "life-size"],
    ["antique", "modern", "prehistoric", "century-old", "medieval", "recent"],
    ["oval", "round", "hexagonal", "cylindrical", "conical", "heart-shaped", "octagonal"],
    ["turquoise", "violet", "crimson", "beige", "maroon", "scarlet", "teal", "lilac"],
    [
      "Spanish", "Norwegian", "Kenyan", "Peruvian", "Korean", "Greek", "Moroccan", "Canadian",
      "Cuban", "Polish", "Irish", "Danish",
    ],
    [
      "bamboo", "ceramic", "copper", "marble", "silk", "velvet", "wicker", "concrete", "bronze",
      "denim", "granite",
    ],
    ["gardening", "fishing", "cooking", "sleeping", "dancing", "sewing", "climbing", "camping"],
  ]

  private static let nouns = [
    "table", "lamp", "boat", "hat", "jacket", "bench", "bicycle", "tent", "vase", "spoon",
    "blanket", "guitar", "basket", "glove", "ladder",
  ]
}
