// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ProblemSolver {
  // Ages and collections: what is said of one person in terms of another.

  static func people(_ story: Story, _ question: [String]) -> Rational? {
    if let ratio = story.first("_ and _ share # _ in the ratio # to #") {
      return shares(ratio, story, question)
    }
    var values: [String: Rational] = [:]
    var last = ""
    for sentence in story.sentences {
      for (pattern, relation) in relations {
        guard let match = Story.match(sentence, pattern) else { continue }
        let other = match.words.last.flatMap { values[$0] } ?? 0
        last = match.words[0]
        values[last] = relation(other, values[last] ?? 0, match.numbers[0])
      }
    }
    if let years = Story.match(question, "How old will _ be in # years") {
      return values[years.words[0]].map { $0 + years.numbers[0] }
    }
    if let years = Story.match(question, "How old was _ # years ago") {
      return values[years.words[0]].map { $0 - years.numbers[0] }
    }
    if let years = Story.match(question, "How many years will their ages add up to in # years") {
      return values.values.map { $0 + years.numbers[0] }.sum
    }
    if Story.match(question, "How many _ do they have together") != nil {
      return values.values.sum
    }
    return Story.match(question, "How many _ does _ have").flatMap { values[$0.words[1]] }
  }

  private static let relations: [(String, @Sendable (Rational, Rational, Rational) -> Rational)] = [
    ("_ is # years old", { _, _, number in number }),
    ("_ is # times as old as _", { other, _, number in other * number }),
    ("_ is # years younger than _", { other, _, number in other - number }),
    ("_ is # years older than _", { other, _, number in other + number }),
    ("_ has # more _ than _", { other, _, number in other + number }),
    ("_ has # fewer _ than _", { other, _, number in other - number }),
    ("_ has # times as many _ as _", { other, _, number in other * number }),
    ("_ has # _", { _, _, number in number }),
    ("Today _ gets # more _", { _, own, number in own + number }),
    ("Then _ gets # more _", { _, own, number in own + number }),
  ]

  private static func shares(
    _ ratio: Story.Match, _ story: Story, _ question: [String]
  ) -> Rational? {
    let (total, first, second) = (ratio.numbers[0], ratio.numbers[1], ratio.numbers[2])
    let part = total / (first + second)
    if Story.match(question, "How many more _ does _ get than _") != nil {
      return part * (first - second)
    }
    let given = story.first("_ then gives # _ to _")?.numbers[0] ?? 0
    let bought = story.first("After that _ buys # new _")?.numbers[0] ?? 0
    let value = story.first("Each of the _ is worth #")?.numbers[0]
    return (part * first - given + bought) * (value ?? 1)
  }

  // Stocks that change, and things that are packed.

  static func things(_ story: Story, _ question: [String]) -> Rational? {
    if let start = story.first("A depot has # _") { return depot(start.numbers[0], story) }
    if let start = story.first("A store has # _") {
      return store(start.numbers[0], story, question)
    }
    guard let size = story.first("The good _ are put into boxes of #")?.numbers[0] else {
      return nil
    }
    let crates = story.first("A farm shop gets # crates with # _ in each")
    let loose = story.first("A farm shop gets # _")?.numbers[0]
    guard let start = crates.map({ $0.numbers[0] * $0.numbers[1] }) ?? loose else { return nil }
    let good =
      start - (story.first("Of these # _ are not fit for sale")?.numbers[0] ?? 0)
      + (story.first("A neighbour brings # good _")?.numbers[0] ?? 0)
    let full = (good / size).floor
    if Story.match(question, "How many boxes does it take to hold all of them") != nil {
      return (good / size).ceiling
    }
    let leftOver = "How many _ are left over when as many boxes as possible are full"
    if Story.match(question, leftOver) != nil { return good - full * size }
    if Story.match(question, "How many dollars do the full boxes bring in") != nil {
      return story.first("Every full box brings in #").map { full * $0.numbers[0] }
    }
    return full
  }

  private static func depot(_ start: Rational, _ story: Story) -> Rational {
    story.sentences.reduce(start) { count, sentence in
      if let match = Story.match(sentence, "On _ # _ are delivered") {
        return count + match.numbers[0]
      }
      if let match = Story.match(sentence, "On _ # _ are sent off") {
        return count - match.numbers[0]
      }
      if let match = Story.match(sentence, "On _ # lorries bring # _ each") {
        return count + match.numbers[0] * match.numbers[1]
      }
      if let match = Story.match(sentence, "On _ # lorries fetch # _ each") {
        return count - match.numbers[0] * match.numbers[1]
      }
      return count
    }
  }

  private static func store(
    _ start: Rational, _ story: Story, _ question: [String]
  ) -> Rational? {
    if Story.match(question, "How many _ are new") != nil {
      return story.first("# of the _ are new").map { start * $0.numbers[0] }
    }
    return story.sentences.reduce(start) { count, sentence in
      if let match = Story.match(sentence, "Then # of the _ that are there are sold") {
        return count - count * match.numbers[0]
      }
      if let match = Story.match(sentence, "Then # more _ arrive") {
        return count + match.numbers[0]
      }
      return count
    }
  }
}
