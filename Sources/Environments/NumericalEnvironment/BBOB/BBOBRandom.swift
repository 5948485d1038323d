// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The random numbers of the BBOB test bed, which fix the optimum and the rotations of each instance
/// (Finck, Hansen, Ros and Auger, 2009, section 0.2; the minimal standard generator with a shuffle).
enum BBOBRandom {
  private static let modulus = 2_147_483_647
  private static let tableLength = 32
  private static let warmUp = 40

  /// Uniform numbers above 0 and at most 1.
  ///
  /// - Complexity: O(*n*).
  static func uniform(_ count: Int, seed: Int) -> [Double] {
    var state = max(1, abs(seed))
    var table = [Int](repeating: 0, count: tableLength)
    for index in stride(from: warmUp - 1, through: 0, by: -1) {
      state = state * 16807 % modulus
      if index < tableLength { table[index] = state }
    }
    var last = table[0]
    return (0..<count).map { _ in
      state = state * 16807 % modulus
      let place = last / 67_108_865
      last = table[place]
      table[place] = state
      return last == 0 ? 1e-99 : Double(last) / Double(modulus)
    }
  }

  /// Normal numbers by the method of Box and Muller.
  ///
  /// - Complexity: O(*n*).
  static func normal(_ count: Int, seed: Int) -> [Double] {
    let units = uniform(2 * count, seed: seed)
    return (0..<count).map { index in
      let value = (-2 * log(units[index])).squareRoot() * cos(2 * .pi * units[count + index])
      return value == 0 ? 1e-99 : value
    }
  }

  /// A random rotation: normal columns made orthonormal by Gram and Schmidt.
  ///
  /// - Complexity: O(*n*³) in the dimension.
  static func rotation(_ dimension: Int, seed: Int) -> SquareMatrix {
    var matrix = SquareMatrix(
      dimension: dimension, columns: normal(dimension * dimension, seed: seed))
    for column in 0..<dimension {
      for earlier in 0..<column {
        let product = matrix.product(ofColumns: column, earlier)
        for row in 0..<dimension { matrix[row, column] -= product * matrix[row, earlier] }
      }
      let length = matrix.product(ofColumns: column, column).squareRoot()
      for row in 0..<dimension { matrix[row, column] /= length }
    }
    return matrix
  }

  /// The place of the optimum, a multiple of 0.0008 within 4 of the origin in each coordinate.
  static func optimum(_ dimension: Int, seed: Int) -> [Double] {
    uniform(dimension, seed: seed).map { unit in
      let value = 8 * (1e4 * unit).rounded(.down) / 1e4 - 4
      return value == 0 ? -1e-5 : value
    }
  }

  /// The least value of an instance, a Cauchy number of two decimals within 1000 of zero.
  static func optimalValue(of function: BBOBFunction, instance: Int) -> Double {
    let seed = function.seedNumber + 10_000 * instance
    let ratio = normal(1, seed: seed)[0] / normal(1, seed: seed + 1)[0]
    return min(1000, max(-1000, (100 * 100 * ratio + 0.5).rounded(.down) / 100))
  }
}
