// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A setting in which objects have an order.
struct OrderingScene: Sendable {
  /// How the objects are spoken of.
  enum Naming {
    /// `a ferry`, later `the ferry`.
    case singular
    /// `rolls`, later `the rolls`.
    case plural
    /// A name without an article.
    case name
  }

  /// The words for places counted from one end.
  enum Places {
    /// `is the leftmost`, `is the second from the left`.
    case sides
    /// `is the newest`, `is the second-newest`, with a verb and the words for both ends.
    case superlatives(verb: String, front: String, back: String)
    /// `finished first`, `finished second-to-last`.
    case finish
  }

  /// The sentence that lists the objects, up to the colon; `{count}` stands for their number.
  let introduction: String
  /// What there is to put in order, at least seven.
  let objects: [String]
  /// What one object does to one of a higher place.
  let before: String
  /// What one object does to one of a lower place.
  let after: String
  private let naming: Naming
  private let places: Places

  /// The object as it is listed.
  func indefinite(_ object: String) -> String {
    naming == .singular ? Phrase.indefinite(object) : object
  }

  /// The object as statements name it.
  func definite(_ object: String) -> String { naming == .name ? object : "the \(object)" }

  /// A place counted from the front, from 1.
  func fromFront(_ rank: Int) -> String {
    switch places {
    case .sides: rank == 1 ? "is the leftmost" : "is the \(Phrase.ordinal(rank)) from the left"
    case .superlatives(let verb, let front, _): superlative(verb, rank, front)
    case .finish: "finished \(Phrase.ordinal(rank))"
    }
  }

  /// A place counted from the back, from 1.
  func fromBack(_ rank: Int) -> String {
    switch places {
    case .sides: rank == 1 ? "is the rightmost" : "is the \(Phrase.ordinal(rank)) from the right"
    case .superlatives(let verb, _, let back): superlative(verb, rank, back)
    case .finish: rank == 1 ? "finished last" : "finished \(Phrase.ordinal(rank))-to-last"
    }
  }

  private func superlative(_ verb: String, _ rank: Int, _ word: String) -> String {
    rank == 1 ? "\(verb) the \(word)" : "\(verb) the \(Phrase.ordinal(rank))-\(word)"
  }

  static let all = [
    OrderingScene(
      introduction: "In a harbour, {count} boats lie side by side",
      objects: [
        "ferry", "canoe", "raft", "tugboat", "yacht", "trawler", "rowing boat", "gondola", "kayak",
        "barge",
      ],
      before: "lies to the left of", after: "lies to the right of",
      naming: .singular, places: .sides
    ),
    OrderingScene(
      introduction: "On a washing line, {count} garments hang in a row",
      objects: [
        "scarf", "cape", "shirt", "jumper", "skirt", "waistcoat", "apron", "blouse", "kilt",
        "sock",
      ],
      before: "hangs to the left of", after: "hangs to the right of",
      naming: .singular, places: .sides
    ),
    OrderingScene(
      introduction: "A museum shows {count} instruments from different years",
      objects: [
        "lute", "harp", "zither", "organ", "spinet", "viola", "bagpipe", "hurdy-gurdy", "dulcimer",
        "cornet",
      ],
      before: "is newer than", after: "is older than",
      naming: .singular, places: .superlatives(verb: "is", front: "newest", back: "oldest")
    ),
    OrderingScene(
      introduction: "A bakery sells {count} things at different prices",
      objects: [
        "rolls", "tarts", "pretzels", "muffins", "scones", "waffles", "eclairs", "bagels",
        "crumpets", "doughnuts",
      ],
      before: "cost less than", after: "cost more than",
      naming: .plural,
      places: .superlatives(verb: "are", front: "cheapest", back: "most expensive")
    ),
    OrderingScene(
      introduction: "In a ski race, {count} racers reached the finish one after the other",
      objects: [
        "Ines", "Bruno", "Sven", "Lena", "Otto", "Mira", "Hugo", "Petra", "Nils", "Vera",
      ],
      before: "finished ahead of", after: "finished behind",
      naming: .name, places: .finish
    ),
  ]
}
