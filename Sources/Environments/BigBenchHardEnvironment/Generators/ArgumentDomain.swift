// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// What an argument is about, with the words for it.
struct ArgumentDomain: Sendable {
  /// Sentences that come before the first premise.
  let openings: [String]
  /// Kinds of property, such as `cousin of`, that go with every one of ``bearers``.
  let relations: [String]
  /// What properties refer to, such as people's names.
  let bearers: [String]
  /// Who or what may be named in an argument.
  let individuals: [String]
  /// The words for all, one and none.
  let pronouns: (all: String, one: String, none: String)

  /// Draws distinct properties as nouns, such as `cousin of Nils`.
  func properties(_ count: Int, _ stream: inout SeededStream) -> [String] {
    stream.sample(count, of: bearers).map { "\(stream.element(of: relations)) \($0)" }
  }

  static let all = [
    ArgumentDomain(
      openings: [
        "In a small town nearly everyone is related to everyone else somehow.",
        "Who is who in this family is a matter for careful thought.",
        "The following is certain.",
      ],
      relations: [
        "cousin of", "neighbour of", "colleague of", "pupil of", "godchild of", "friend of",
        "descendant of", "schoolmate of",
      ],
      bearers: [
        "Alban", "Berta", "Corinna", "Dietmar", "Esther", "Florian", "Gerda", "Henrik", "Iris",
        "Jolanda", "Konrad", "Lydia",
      ],
      individuals: ["Magnus", "Nora", "Otis", "Pia", "Rufus", "Stella"],
      pronouns: ("whoever", "somebody", "nobody")
    ),
    ArgumentDomain(
      openings: [
        "Many people of this valley belong to several clubs.",
        "The clubs of the valley have looked at their lists of members.",
        "The following is certain.",
      ],
      relations: [
        "member of", "founder of", "guest of", "patron of", "critic of", "former head of",
      ],
      bearers: [
        "the Rowing Club", "the Chess Circle", "the Alpine Choir", "the Beekeepers' League",
        "the Film Society", "the Fencing Hall", "the Garden Guild", "the Kite Union",
        "the Puppet Stage", "the Radio Club",
      ],
      individuals: ["Agatha", "Benno", "Cyril", "Dorothea", "Edwin", "Franka"],
      pronouns: ("whoever", "somebody", "nobody")
    ),
    ArgumentDomain(
      openings: [
        "Labels of paints and polishes do not always tell what is in them.",
        "A laboratory has looked into some products of daily use.",
        "The following is certain.",
      ],
      relations: ["ingredient of"],
      bearers: [
        "Velvet Varnish", "Mirror Polish", "Harbour Paint", "Cloud Soap", "Meadow Balm",
        "Copper Cleaner", "Linen Starch", "Lantern Oil", "Pine Glue", "Quartz Cream",
      ],
      individuals: ["beeswax", "camphor", "glycerine", "linseed oil", "menthol", "borax"],
      pronouns: ("whatever", "something", "nothing")
    ),
  ]
}
