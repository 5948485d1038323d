// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import OPTO

/// The normal distribution of CMA-ES and what it has learnt (Hansen, 2016, appendix A).
struct EvolutionState {
  private let settings: EvolutionSettings
  /// The centre.
  private(set) var mean: [Double]
  /// The size of the distribution.
  private(set) var deviation: Double
  private var covariance: [[Double]]
  private var axes: SymmetricAxes
  private var deviationPath: [Double]
  private var covariancePath: [Double]
  private var generation = 0

  /// Creates a round distribution.
  init(mean: [Double], deviation: Double, _ settings: EvolutionSettings) {
    self.settings = settings
    self.mean = mean
    self.deviation = deviation
    covariance = mean.indices.map { row in mean.indices.map { row == $0 ? 1 : 0 } }
    axes = SymmetricAxes(of: covariance)
    deviationPath = [Double](repeating: 0, count: mean.count)
    covariancePath = deviationPath
  }

  /// The standard deviation along the longest axis, against the size.
  var largestScale: Double { (axes.squares.max() ?? 0).squareRoot() }

  /// Whether the distribution can still be computed with.
  var isSound: Bool {
    guard let least = axes.squares.min(), let greatest = axes.squares.max() else { return false }
    return deviation.isFinite && least > 0 && greatest < 1e14 * least
  }

  /// Draws a step from the mean, of size 1.
  func sample(_ generator: inout SeededGenerator) -> [Double] {
    let drawn = axes.squares.map { $0.squareRoot() * NormalDraw.next(&generator) }
    return axes.combined(drawn)
  }

  /// Learns from the steps of a generation, the best one first.
  mutating func adapt(to steps: [[Double]]) {
    generation += 1
    let s = settings
    let mass = s.selectionMass.squareRoot()
    let chosen = Array(zip(s.weights, steps))
    let move = mean.indices.map { index in chosen.reduce(0) { $0 + $1.0 * $1.1[index] } }
    for index in mean.indices { mean[index] += deviation * move[index] }

    let whitened = axes.combined(
      zip(axes.projected(move), axes.squares).map { $0 / $1.squareRoot() })
    let deviationGain = (s.deviationRate * (2 - s.deviationRate)).squareRoot() * mass
    for index in mean.indices {
      deviationPath[index] =
        (1 - s.deviationRate) * deviationPath[index] + deviationGain * whitened[index]
    }
    let length = deviationPath.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let settled = (1 - pow(1 - s.deviationRate, 2 * Double(generation))).squareRoot()
    let limit = (1.4 + 2 / (Double(s.dimension) + 1)) * s.normalLength
    let isCalm = length / settled < limit
    let pathGain = isCalm ? (s.pathRate * (2 - s.pathRate)).squareRoot() * mass : 0
    for index in mean.indices {
      covariancePath[index] = (1 - s.pathRate) * covariancePath[index] + pathGain * move[index]
    }
    updateCovariance(from: chosen, isCalm: isCalm)
    deviation *= exp(s.deviationRate / s.deviationDamping * (length / s.normalLength - 1))
    axes = SymmetricAxes(of: covariance)
  }

  private mutating func updateCovariance(from chosen: [(Double, [Double])], isCalm: Bool) {
    let s = settings
    let missing = isCalm ? 0 : s.rankOneRate * s.pathRate * (2 - s.pathRate)
    let kept = 1 - s.rankOneRate - s.rankManyRate + missing
    for row in mean.indices {
      for column in mean.indices {
        let many = chosen.reduce(0) { $0 + $1.0 * $1.1[row] * $1.1[column] }
        covariance[row][column] =
          kept * covariance[row][column]
          + s.rankOneRate * covariancePath[row] * covariancePath[column] + s.rankManyRate * many
      }
    }
  }
}

/// Draws of the standard normal distribution by the method of Box and Muller.
enum NormalDraw {
  /// The next draw.
  static func next(_ generator: inout SeededGenerator) -> Double {
    let radius = (-2 * log(1 - generator.unit())).squareRoot()
    return radius * cos(2 * .pi * generator.unit())
  }
}
