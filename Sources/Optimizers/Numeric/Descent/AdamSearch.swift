// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The Adam rule (Kingma and Ba, ICLR 2015, algorithm 1) in the parameters' own units.
///
/// Slopes are the problem's own where it gives them and the optimizer reads them, one query a step;
/// else they come from differences.
struct AdamSearch: NumericSearch {
  private static let meanDecay = 0.9
  private static let squareDecay = 0.999
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
    var (meanShare, squareShare) = (1.0, 1.0)
    while true {
      let slopes =
        try objective.measurement(at: point).slopes ?? differences.slopes(at: point)
      meanShare *= Self.meanDecay
      squareShare *= Self.squareDecay
      for index in point.indices {
        let slope = slopes[index].isFinite ? slopes[index] : 0
        means[index] = Self.meanDecay * means[index] + (1 - Self.meanDecay) * slope
        squares[index] = Self.squareDecay * squares[index] + (1 - Self.squareDecay) * slope * slope
        let mean = means[index] / (1 - meanShare)
        let square = squares[index] / (1 - squareShare)
        point[index] -= rate * mean / (square.squareRoot() + Self.epsilon)
      }
      point = objective.space.admitted(point)
      if means == nothing { return "the slope is zero" }
    }
  }
}
