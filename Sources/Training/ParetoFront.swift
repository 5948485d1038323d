// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// The states that no other one dominates, and how often each is the best.
struct ParetoFront: Equatable {
  /// The places of the states of the front, and on how many examples each is best, at least once.
  let members: [(place: Int, wins: Int)]

  /// Finds the front of states whose scores on the same examples are given.
  ///
  /// - Parameter scores: At least one state, each with one score for every example.
  /// - Complexity: O(*s*² *e*) in states and examples.
  init(_ scores: [[Double]]) {
    let undominated = scores.indices.filter { state in
      !scores.indices.contains { Self.dominates(scores[$0], scores[state]) }
    }
    let best = scores[0].indices.map { example in
      scores.map { $0[example] }.max() ?? 0
    }
    members = undominated.compactMap { state in
      let wins = best.indices.count { scores[state][$0] == best[$0] }
      return wins > 0 ? (state, wins) : nil
    }
  }

  /// Draws a state in proportion to the examples on which it is best.
  ///
  /// - Returns: Its place.
  func draw(using generator: inout SeededGenerator) -> Int {
    let total = members.reduce(0) { $0 + $1.wins }
    guard total > 0 else { return 0 }
    var ticket = generator.index(below: total)
    for member in members {
      if ticket < member.wins { return member.place }
      ticket -= member.wins
    }
    return members.last?.place ?? 0
  }

  private static func dominates(_ first: [Double], _ second: [Double]) -> Bool {
    first != second && zip(first, second).allSatisfy { $0 >= $1 }
  }

  static func == (first: ParetoFront, second: ParetoFront) -> Bool {
    first.members.elementsEqual(second.members, by: ==)
  }
}
