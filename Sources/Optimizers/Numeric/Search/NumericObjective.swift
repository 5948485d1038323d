// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// The cost that a search minimises: the negative score.
///
/// Outputs without a finite score, such as exceptions, are given a cost too, so that no search has
/// to know of infinity: the greatest finite cost so far plus the range of costs so far, at least 1.
final class NumericObjective {
  /// The cost of an output without a finite score before any score was finite.
  private static let unknownCost = 1e10
  /// A cost that can still be computed with.
  private static let greatestPenalty = 1e300

  /// The coordinates.
  let space: NumericSpace
  /// The random numbers of the search.
  var generator: SeededGenerator
  /// The best point so far that had a finite score.
  private(set) var best: (point: [Double], cost: Double)?

  private var greatestCost = -Double.infinity
  private let ask: ([Double]) throws -> Observation

  /// Creates an objective.
  ///
  /// - Parameters:
  ///   - space: The coordinates.
  ///   - seed: From which the random numbers of the search follow.
  ///   - ask: Evaluates a point; throws when the search has to end.
  init(space: NumericSpace, seed: Seed, ask: @escaping ([Double]) throws -> Observation) {
    self.space = space
    self.ask = ask
    generator = seed.makeGenerator()
  }

  /// What is known of the cost at one point.
  struct Measurement {
    /// The cost, finite.
    let cost: Double
    /// Whether the score was finite.
    let isFinite: Bool
    /// The exact derivatives of the cost, where they are to be had.
    let slopes: [Double]?
  }

  /// Evaluates the admitted point that is nearest to `point`.
  ///
  /// - Throws: when the search has to end, because nobody waits for its proposals any more.
  func measurement(at point: [Double]) throws -> Measurement {
    let point = space.admitted(point)
    let observation = try ask(point)
    let cost = -observation.score
    let slopes = observation.slopes?.map { -$0 }
    guard cost.isFinite else {
      return Measurement(cost: penalty, isFinite: false, slopes: slopes)
    }
    greatestCost = max(greatestCost, cost)
    if best.map({ cost < $0.cost }) ?? true { best = (point, cost) }
    return Measurement(cost: cost, isFinite: true, slopes: slopes)
  }

  /// The cost at the admitted point that is nearest to `point`.
  ///
  /// - Throws: as ``measurement(at:)``.
  func cost(at point: [Double]) throws -> Double { try measurement(at: point).cost }

  private var penalty: Double {
    guard let best else { return Self.unknownCost }
    return min(Self.greatestPenalty, greatestCost + max(1, greatestCost - best.cost))
  }
}
