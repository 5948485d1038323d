// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An occasion at which people swap things.
struct ShufflingScene: Sendable {
  /// What follows the people's names, up to the colon before who has what.
  let opening: String
  /// What stands between a person and a thing.
  let verb: String
  /// The sentence before the swaps.
  let transition: String
  /// What two people do.
  let swap: String
  /// When it is over.
  let ending: String
  /// Things to have; as many as the largest group has people, or more.
  let things: [String]

  static let all = [
    ShufflingScene(
      opening: """
        work in the same office and share a shelf of mugs. In the morning, each of them takes one
        """,
      verb: "has the",
      transition: "During the day, mugs change hands when colleagues meet.",
      swap: "exchange mugs",
      ending: "In the evening",
      things: [
        "striped mug", "chipped mug", "tall mug", "square mug", "tin mug", "dotted mug",
        "glass mug", "clay mug", "tiny mug", "speckled mug",
      ]
    ),
    ShufflingScene(
      opening: """
        play in a band in which everyone can play everything. At the start of the rehearsal, each \
        of them picks an instrument
        """,
      verb: "plays the",
      transition: "As the rehearsal goes on, two players at a time change places.",
      swap: "exchange instruments",
      ending: "At the end of the rehearsal",
      things: [
        "banjo", "cello", "harp", "oboe", "tuba", "fiddle", "bass guitar", "bongos", "keyboard",
        "mandolin",
      ]
    ),
    ShufflingScene(
      opening: "act in a village play. At the first reading, each of them is given a part",
      verb: "plays the",
      transition: "In the weeks that follow, the director lets actors trade parts.",
      swap: "trade parts",
      ending: "At the premiere",
      things: [
        "pirate", "miller", "queen", "ghost", "tailor", "beggar", "wizard", "innkeeper", "captain",
        "gardener",
      ]
    ),
    ShufflingScene(
      opening:
        "are on a cycling tour. When they set out, each of them rides a bicycle of another colour",
      verb: "rides the",
      transition: "On the way, cyclists try out each other's bicycles.",
      swap: "swap bicycles",
      ending: "When they arrive",
      things: [
        "red bicycle", "green bicycle", "white bicycle", "black bicycle", "silver bicycle",
        "orange bicycle", "purple bicycle", "yellow bicycle", "turquoise bicycle", "grey bicycle",
      ]
    ),
    ShufflingScene(
      opening: "spend a week in a mountain hut. On the first day, each of them gets a chore",
      verb: "does the",
      transition: "Over the week, people who are tired of their chores trade them.",
      swap: "trade chores",
      ending: "On the last day",
      things: [
        "cooking", "sweeping", "shopping", "laundry", "dusting", "baking", "ironing", "mending",
        "weeding", "painting",
      ]
    ),
  ]
}
