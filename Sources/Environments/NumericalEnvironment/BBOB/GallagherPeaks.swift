// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Gaussian peaks of random places, heights and shapes; the highest one at a point counts.
struct GallagherPeaks: Sendable {
  /// The place of the highest peak in the search space.
  let optimum: [Double]

  private let dimension: Int
  private let count: Int
  /// The logarithm of each peak's height.
  private let heights: [Double]
  /// Rotated places, all peaks' first coordinates first.
  private let places: [Double]
  /// Minus half the mean steepness along each coordinate, in the same order.
  private let slopes: [Double]

  /// Draws the peaks.
  ///
  /// - Parameters:
  ///   - count: 21 or 101.
  ///   - rotation: Applied to points before they are compared with the peaks.
  ///   - seed: Fixes all random numbers.
  init(count: Int, rotation: SquareMatrix, seed: Int) {
    dimension = rotation.dimension
    self.count = count
    let size = rotation.dimension
    let isDense = count == 101
    heights = [log(10)] + (0..<count - 1).map { log(Self.height($0, of: count)) }
    let conditions = Self.conditions(count, first: isDense ? 1000.0.squareRoot() : 1000, seed: seed)
    let centres = Self.centres(count, dimension: size, width: isDense ? 10 : 9.8, seed: seed)
    optimum = centres[0]

    var places = [Double](repeating: 0, count: size * count)
    var slopes = places
    for peak in 0..<count {
      let order = Self.order(of: BBOBRandom.uniform(size, seed: seed + 1000 * peak))
      for row in 0..<size {
        let exponent = Double(order[row]) / Double(size - 1) - 0.5
        places[row * count + peak] = (0..<size).reduce(0) { sum, column in
          sum + rotation[row, column] * centres[peak][column]
        }
        slopes[row * count + peak] = -0.5 / Double(size) * pow(conditions[peak], exponent)
      }
    }
    self.places = places
    self.slopes = slopes
  }

  /// Where the peaks are; the highest one is nearer to the origin than the others may be.
  private static func centres(
    _ count: Int, dimension: Int, width: Double, seed: Int
  ) -> [[Double]] {
    let units = BBOBRandom.uniform(dimension * count, seed: seed)
    return (0..<count).map { peak in
      (0..<dimension).map { index in
        let place = width * units[peak * dimension + index] - width / 2
        return peak == 0 ? 0.8 * place : place
      }
    }
  }

  /// The height of a peak that is not the highest.
  private static func height(_ index: Int, of count: Int) -> Double {
    Double(index) / Double(count - 2) * (9.1 - 1.1) + 1.1
  }

  private static func conditions(_ count: Int, first: Double, seed: Int) -> [Double] {
    let order = order(of: BBOBRandom.uniform(count - 1, seed: seed))
    return [first] + order.map { pow(1000, Double($0) / Double(count - 2)) }
  }

  /// The indices of numbers from the least to the greatest.
  private static func order(of numbers: [Double]) -> [Int] {
    numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
  }

  /// The value at a rotated point.
  ///
  /// Heights are compared by their logarithms, so that one exponential is enough.
  ///
  /// - Complexity: O(*n* · *p*) in dimension and peaks, without allocating on the heap.
  func value(at point: UnsafeMutablePointer<Double>) -> Double {
    let highest = withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { levels in
      _ = levels.initialize(from: heights)
      for row in 0..<dimension {
        let coordinate = point[row]
        let start = row * count
        for peak in 0..<count {
          let distance = coordinate - places[start + peak]
          levels[peak] += slopes[start + peak] * distance * distance
        }
      }
      return levels.reduce(-.infinity, max)
    }
    let depth = BBOBStage.oscillated(10 - exp(highest))
    return depth * depth
  }
}
