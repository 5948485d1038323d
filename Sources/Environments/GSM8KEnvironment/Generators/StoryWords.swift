// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Names and things that stories are about.
enum StoryWords {
  static let people = [
    "Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas",
    "Kaveh", "Leila", "Mateo", "Nadia", "Oskar", "Priya", "Ravi", "Sofia", "Tomas", "Yara",
  ]

  static let collectibles = [
    "stamps", "marbles", "stickers", "postcards", "shells", "badges", "coins", "buttons",
  ]

  static let goods = [
    "notebooks", "candles", "lamps", "towels", "mugs", "scarves", "cushions", "baskets", "ropes",
    "brushes", "plants", "clocks",
  ]

  static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// Sentences with a number that has nothing to do with any question.
  static let distractions = [
    "The nearest bus stop is # metres away.", "The story was told on page # of a newspaper.",
    "It was # degrees warm outside.", "A neighbour's house has # windows.",
    "The local choir has # singers.", "The town hall was built # years ago.",
    "A film in the evening lasts # minutes.", "The road sign shows the number #.",
  ]
}
