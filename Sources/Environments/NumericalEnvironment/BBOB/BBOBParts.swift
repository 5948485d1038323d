// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What the recipes of BBOB functions are made of, for one dimension and one seed.
struct BBOBParts {
  private static let secondStream = 1_000_000

  let dimension: Int
  let seed: Int

  /// The place of the optimum.
  var optimum: [Double] { BBOBRandom.optimum(dimension, seed: seed) }

  /// The place of the optimum drawn from the second stream.
  var otherOptimum: [Double] { BBOBRandom.optimum(dimension, seed: seed + Self.secondStream) }

  /// The rotation that is called R in the definitions of the functions.
  var first: SquareMatrix { BBOBRandom.rotation(dimension, seed: seed + Self.secondStream) }

  /// The rotation that is called Q in the definitions of the functions.
  var second: SquareMatrix { BBOBRandom.rotation(dimension, seed: seed) }

  /// Numbers from 0 to 1 in equal steps.
  var steps: [Double] { (0..<dimension).map { Double($0) / Double(dimension - 1) } }

  /// Numbers from 1 to `last` in equal ratios.
  func ramp(to last: Double) -> [Double] { steps.map { pow(last, $0) } }

  /// The weights of the map *T*asy with the given strength.
  func asymmetry(_ strength: Double) -> [Double] { steps.map { strength * $0 } }

  /// One weight for the first coordinate and another for the rest.
  func weights(first: Double, others: Double) -> [Double] {
    [first] + [Double](repeating: others, count: dimension - 1)
  }

  /// Both rotations with a stretching in equal ratios up to `last` between them.
  func conditioned(_ last: Double) -> SquareMatrix {
    first * second.scalingRows(by: ramp(to: last))
  }
}
