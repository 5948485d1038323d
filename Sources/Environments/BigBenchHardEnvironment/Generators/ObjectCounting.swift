// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Lists of things with quantities, of which those of one category are to be counted.
struct ObjectCounting: ScalableGenerator {
  /// Different things in a list.
  private let thingCount: ClosedRange<Int>
  /// Different things of other categories in a list that has some.
  private let mixedCount: ClosedRange<Int>
  /// How many of 100 lists have some.
  private let mixedPercentage: Int

  let task = BigBenchHardTask.objectCounting
  let balancedAnswers: [String] = []

  init(_ difficulty: Difficulty) {
    (thingCount, mixedCount, mixedPercentage) =
      switch difficulty {
      case .published: (2...12, 1...3, 30)
      case .hard: (13...16, 3...5, 100)
      case .hardest: (24...30, 14...18, 100)
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let category = stream.element(of: CountableCategory.all)
    let wanted = stream.integer(in: thingCount)
    let outsiderCount =
      category.includesEverything || !stream.chance(mixedPercentage)
      ? 0 : stream.integer(in: mixedCount)
    let things = category.things(atLeast: wanted)
    let insiderCount = min(wanted - outsiderCount, things.count)
    guard insiderCount >= 1 else { return nil }
    let insiders = stream.sample(insiderCount, of: things)
    let others = CountableCategory.all.filter { $0.name != category.name }.flatMap(\.things)
    let outsiders = stream.sample(outsiderCount, of: others)
    var total = 0
    var entries: [String] = []
    for (index, thing) in (insiders + outsiders).enumerated() {
      let count = stream.chance(75) ? 1 : stream.integer(in: 2...5)
      if index < insiderCount { total += count }
      entries.append(thing.phrase(count))
    }
    entries = stream.shuffled(entries)
    let list = entries.dropLast().joined(separator: ", ") + ", and " + entries[entries.count - 1]
    return GeneratedItem(
      input: "I have got \(list). How many \(category.name) have I got?",
      target: String(total)
    )
  }
}
