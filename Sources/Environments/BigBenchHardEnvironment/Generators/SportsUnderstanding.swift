// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Sentences about a player, what the player did and perhaps where, to be judged for plausibility.
///
/// A sentence is plausible when all its parts belong to one sport. Players are named by positions
/// and not by their names, so that nothing hangs on who played what when.
struct SportsUnderstanding: BigBenchHardGenerator {
  let task = BigBenchHardTask.sportsUnderstanding
  let balancedAnswers = ["yes", "no"]

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let isPlausible = answer.map { $0 == "yes" } ?? stream.chance(50)
    let hasEvent = stream.chance(50)
    let sports = stream.sample(2, of: Sport.all)
    let squads = sports.map { stream.element(of: $0.squads) }
    let odd = isPlausible ? OddParts() : stream.element(of: hasEvent ? Self.oddParts : [.action])
    let player = stream.element(of: squads[0].players)
    let deed = stream.element(of: squads[odd.contains(.action) ? 1 : 0].actions)
    let event = stream.element(of: sports[odd.contains(.event) ? 1 : 0].events)
    let sentence =
      "The \(stream.element(of: Self.adjectives)) \(player) \(deed)"
      + (hasEvent ? " in the \(event)." : ".")
    return GeneratedItem(
      input: "Is the following sentence plausible? \"\(sentence)\"",
      target: isPlausible ? "yes" : "no"
    )
  }

  /// The parts of a sentence that belong to another sport than the player does.
  private struct OddParts: OptionSet {
    let rawValue: Int

    static let action = OddParts(rawValue: 1)
    static let event = OddParts(rawValue: 2)
  }

  /// What can be odd in a sentence with an event.
  private static let oddParts: [OddParts] = [.action, .event, [.action, .event]]

  /// Words that go with players of every sport.
  private static let adjectives = [
    "celebrated", "cheerful", "experienced", "homesick", "newly signed", "popular", "promising",
    "quiet", "seasoned", "talented", "tireless", "veteran", "well-paid", "young",
  ]
}
