// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation

/// Rows of Friedman's first regression problem: ten inputs, of which five matter (Friedman, 1991).
package struct FriedmanData: Sendable, Hashable {
  /// The number of inputs of a row.
  package static let inputCount = 10
  private static let rowCount = 600

  /// The inputs of all rows, row by row.
  package let inputs: [Double]
  /// The values to predict, with normal noise of variance 1.
  package let targets: [Double]

  /// The rows to learn from.
  package static let training = 0..<300
  /// The rows by which settings are judged.
  package static let validation = 300..<450
  /// The rows that are kept for the end.
  package static let test = 450..<600

  /// Draws the rows with NumPy's legacy generator and the method of Box and Muller.
  ///
  /// - Parameter seed: Seeds the generator.
  /// - Complexity: O(*n*) in the number of rows.
  package init(seed: UInt32) {
    var twister = MersenneTwister(seed: seed)
    let inputs = (0..<Self.rowCount * Self.inputCount).map { _ in twister.unit() }
    targets = (0..<Self.rowCount).map { row in
      let (first, second) = (twister.unit(), twister.unit())
      let noise = (-2 * log(1 - first)).squareRoot() * cos(2 * .pi * second)
      return Self.signal(inputs[(row * Self.inputCount)...]) + noise
    }
    self.inputs = inputs
  }

  private static func signal(_ row: ArraySlice<Double>) -> Double {
    let start = row.startIndex
    let bend = row[start + 2] - 0.5
    return 10 * sin(.pi * row[start] * row[start + 1]) + 20 * bend * bend + 10 * row[start + 3]
      + 5 * row[start + 4]
  }

  /// An input of a row.
  func input(_ column: Int, of row: Int) -> Double { inputs[row * Self.inputCount + column] }
}
