// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The default settings of CMA-ES for one dimension (Hansen, 2016, table 1).
struct EvolutionSettings: Sendable {
  /// The number of coordinates.
  let dimension: Int
  /// Samples in a generation.
  let sampleCount: Int
  /// Weights of the better half, from the best on; they sum to 1.
  let weights: [Double]
  /// The number of equally weighted samples that the weights are worth.
  let selectionMass: Double
  let deviationRate: Double
  let deviationDamping: Double
  let pathRate: Double
  let rankOneRate: Double
  let rankManyRate: Double
  /// The mean length of a standard normal vector.
  let normalLength: Double

  /// Computes the settings.
  init(dimension: Int) {
    self.dimension = dimension
    let n = Double(dimension)
    sampleCount = 4 + Int((3 * log(n)).rounded(.down))
    let middle = log((Double(sampleCount) + 1) / 2)
    let raw = (1...sampleCount / 2).map { middle - log(Double($0)) }
    let sum = raw.reduce(0, +)
    weights = raw.map { $0 / sum }
    let mass = 1 / weights.reduce(0) { $0 + $1 * $1 }
    selectionMass = mass
    deviationRate = (mass + 2) / (n + mass + 5)
    deviationDamping = 1 + 2 * max(0, ((mass - 1) / (n + 1)).squareRoot() - 1) + deviationRate
    pathRate = (4 + mass / n) / (n + 4 + 2 * mass / n)
    rankOneRate = 2 / ((n + 1.3) * (n + 1.3) + mass)
    rankManyRate = min(
      1 - rankOneRate, 2 * (mass - 2 + 1 / mass) / ((n + 2) * (n + 2) + mass))
    normalLength = n.squareRoot() * (1 - 1 / (4 * n) + 1 / (21 * n * n))
  }
}
