// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// A day with witnesses for all hours but a few, in which a visit must have been.
struct TemporalSequences: ScalableGenerator {
  /// Intervals for which there is a witness; at least 3, since they are the wrong options, and at
  /// most 15, for which a day has hours.
  private let witnessCount: ClosedRange<Int>

  let task = BigBenchHardTask.temporalSequences
  let balancedAnswers = OptionLetters.names(4)

  init(_ difficulty: Difficulty) {
    witnessCount =
      switch difficulty {
      case .published: 3...5
      case .hard: 6...8
      case .hardest: 10...13
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let count = stream.integer(in: witnessCount)
    let start = stream.integer(in: 5...min(11, 20 - count))
    let end = stream.integer(in: start + count + 2...22)
    let cuts = stream.sample(count, of: Array(start + 1...end - 1)).sorted()
    let intervals = zip([start] + cuts, cuts + [end]).map { Self.interval($0.0, $0.1) }
    let free = stream.integer(in: 0...count)
    let observed = intervals.indices.filter { $0 != free }

    let people = stream.sample(count + 1, of: Self.names)
    let acts = stream.sample(count, of: Self.acts)
    let place = stream.element(of: Self.places)
    let sightings = observed.enumerated().map { index, interval in
      "\(people[index + 1]) saw \(people[0]) \(acts[index]) from \(intervals[interval])."
    }
    let wrong = stream.sample(3, of: observed).map { intervals[$0] }
    let options = stream.shuffled(wrong + [intervals[free]])
    guard let right = options.firstIndex(of: intervals[free]) else { return nil }
    let question = """
      At some time today, \(people[0]) was at the \(place). When can that have been?
      This is known:
      \(people[0]) got up at \(Self.hour(start)).
      \(sightings.joined(separator: "\n"))
      The \(place) closed at \(Self.hour(end)).
      Between what times could \(people[0]) have been at the \(place)?
      \(OptionLetters.block(options))
      """
    return GeneratedItem(input: question, target: OptionLetters.name(at: right))
  }

  private static func interval(_ start: Int, _ end: Int) -> String {
    "\(hour(start)) to \(hour(end))"
  }

  /// An hour of 1...23 on the twelve-hour clock; noon is 12pm.
  private static func hour(_ hour: Int) -> String {
    "\(hour > 12 ? hour - 12 : hour)\(hour < 12 ? "am" : "pm")"
  }

  private static let names = [
    "Alma", "Boris", "Clara", "Dennis", "Erika", "Felix", "Greta", "Hassan", "Irene", "Jonas",
    "Karin", "Leon", "Maya", "Niklas", "Olga", "Paula", "Quentin", "Rosa", "Simon", "Tilda",
  ]

  private static let acts = [
    "feeding ducks at the pond", "repairing a fence in the yard", "waiting for a bus at the depot",
    "painting a mural in the underpass", "selling honey at the fair", "rehearsing in the town hall",
    "planting tulips by the church", "playing chess in the square", "washing a van at the garage",
    "giving blood at the hospital", "climbing at the quarry", "sorting letters at the post office",
    "flying a kite on the hill", "teaching a class at the college", "queueing at the bank",
    "rowing on the canal", "trying on hats at the tailor's", "having soup in the canteen",
    "filming near the lighthouse", "sketching trains at the station",
  ]

  private static let places = [
    "aquarium", "bowling alley", "castle", "cinema", "farm shop", "fire station", "ice rink",
    "observatory", "pottery", "ruin", "sawmill", "stables", "tea house", "toy shop", "vineyard",
    "windmill", "zoo", "chapel", "flea market", "boathouse",
  ]
}
