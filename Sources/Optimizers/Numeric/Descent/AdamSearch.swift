// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The Adam rule (Kingma and Ba, ICLR 2015, algorithm 1) in the parameters' own units.
///
/// Slopes are the problem's own where it gives them and the optimizer reads them, one query a step;
/// else they come from differences.
struct AdamSearch: NumericSearch {
  /// What is kept of the mean and of the mean square, and what a new slope adds.
  private static let meanShares = (kept: 0.9, new: 0.1)
  private static let squareShares = (kept: 0.999, new: 0.001)
  private static let epsilon = 1e-8

  /// The step size.
  let rate: Double

  /// Steps until nothing moves any more.
  ///
  /// - Parameter objective: What is minimised.
  /// - Returns: Why the search ended.
  /// - Throws: what `objective` throws.
  func run(on objective: NumericObjective) throws -> String {
    let differences = DifferenceGradient(objective)
    let nothing = [Double](repeating: 0, count: objective.space.count)
    var point = objective.space.start
    var means = nothing
    var squares = nothing
    var step = 0.0
    while true {
      let slopes =
        try objective.measurement(at: point).slopes ?? differences.slopes(at: point)
      step += 1
      let meanWeight = 1 - pow(Self.meanShares.kept, step)
      let squareWeight = 1 - pow(Self.squareShares.kept, step)
      for index in point.indices {
        let slope = slopes[index].isFinite ? slopes[index] : 0
        means[index] = Self.meanShares.kept * means[index] + Self.meanShares.new * slope
        squares[index] =
          Self.squareShares.kept * squares[index] + Self.squareShares.new * slope * slope
        let mean = means[index] / meanWeight
        let square = squares[index] / squareWeight
        point[index] -= rate * mean / (square.squareRoot() + Self.epsilon)
      }
      point = objective.space.admitted(point)
      if means == nothing { return "the slope is zero" }
    }
  }
}
