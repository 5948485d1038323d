// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import OPTO

/// Evolution by adapting the covariance of a normal distribution: CMA-ES with the default settings
/// of Hansen, The CMA Evolution Strategy: A Tutorial (2016), table 1.
///
/// The distribution begins at the start of the trial, with a standard deviation of 0.3 in the unit
/// cube that is stretched over the ranges; samples are reflected at bounds.
struct CovarianceAdaptation: NumericSearch {
  private static let firstDeviation = 0.3
  private static let leastDeviation = 1e-11

  /// Samples generations until the distribution is a point.
  ///
  /// - Parameter objective: What is minimised.
  /// - Returns: Why the search ended.
  /// - Throws: what `objective` throws.
  func run(on objective: NumericObjective) throws -> String {
    let space = objective.space
    _ = try objective.cost(at: space.start)
    let settings = EvolutionSettings(dimension: space.count)
    var state = EvolutionState(
      mean: space.unit(of: space.start), deviation: Self.firstDeviation, settings)
    while state.deviation * state.largestScale > Self.leastDeviation, state.isSound {
      var generation: [(step: [Double], cost: Double)] = []
      for _ in 0..<settings.sampleCount {
        let step = state.sample(&objective.generator)
        let place = zip(state.mean, step).map { $0 + state.deviation * $1 }
        let cost = try objective.cost(at: Self.point(at: place, in: space))
        generation.append((step, cost))
      }
      // The sort keeps the order of equals, so that no sample is preferred by chance.
      let order = generation.indices.sorted { first, second in
        (generation[first].cost, first) < (generation[second].cost, second)
      }
      state.adapt(to: order.map { generation[$0].step })
    }
    return "the distribution is a point"
  }

  private static func point(at place: [Double], in space: NumericSpace) -> [Double] {
    let held = zip(space.coordinates, place).map { coordinate, number in
      coordinate.bounds == nil ? number : UnitInterval.reflected(number)
    }
    return space.point(atUnit: held)
  }
}
