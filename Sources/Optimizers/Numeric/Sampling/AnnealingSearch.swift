// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import OPTO

/// Simulated annealing (Kirkpatrick, Gelatt and Vecchi, Science 220, 1983) with the step and the
/// cooling of the library's `gsl_siman`.
///
/// The first moves are accepted whatever they cost; the mean change of cost on them is the first
/// temperature. Then each query cools, and steps become shorter with the root of the temperature.
struct AnnealingSearch: NumericSearch {
  private static let freeMoves = 5
  private static let cooling = 1.03
  private static let leastTemperature = 1e-6
  private static let longestStep = 0.25
  private static let shortestStep = 0.01

  /// Walks until it is frozen.
  ///
  /// - Parameter objective: What is minimised.
  /// - Returns: Why the search ended.
  /// - Throws: what `objective` throws.
  func run(on objective: NumericObjective) throws -> String {
    var place = objective.space.unit(of: objective.space.start)
    var cost = try objective.cost(at: objective.space.start)
    var changes: [Double] = []
    var firstTemperature: Double { changes.reduce(0, +) / Double(max(1, changes.count)) }
    var relative = 1.0
    while relative > Self.leastTemperature {
      let length = max(Self.shortestStep, Self.longestStep * relative.squareRoot())
      let next = Self.step(from: place, length: length, in: objective)
      let nextCost = try objective.cost(at: objective.space.point(atUnit: next))
      let draw = objective.generator.unit()
      let isFree = changes.count < Self.freeMoves
      if isFree {
        changes.append(abs(nextCost - cost))
      } else {
        relative /= Self.cooling
      }
      let temperature = firstTemperature * relative
      if isFree || nextCost <= cost || draw < exp((cost - nextCost) / temperature) {
        (place, cost) = (next, nextCost)
      }
    }
    return "the temperature is zero"
  }

  /// A uniform step in each coordinate, reflected at the ends of the ranges; whole coordinates can
  /// always reach their neighbours.
  private static func step(
    from place: [Double], length: Double, in objective: NumericObjective
  ) -> [Double] {
    zip(objective.space.coordinates, place).map { coordinate, number in
      let reach = coordinate.isWhole ? max(length, 1 / coordinate.width) : length
      let moved = number + reach * (2 * objective.generator.unit() - 1)
      return UnitInterval.reflected(moved)
    }
  }
}
