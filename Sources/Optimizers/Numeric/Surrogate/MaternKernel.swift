// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The correlation of costs at two points: Matérn's with smoothness 5/2 and a length for each
/// coordinate (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equation
/// 4.17).
struct MaternKernel: Sendable {
  /// One over the length along each coordinate.
  private let rates: [Double]

  /// Creates a kernel.
  ///
  /// - Parameter lengths: One above 0 for each coordinate.
  init(lengths: [Double]) { rates = lengths.map { 1 / $0 } }

  /// The correlation, 1 for equal points.
  func callAsFunction(_ first: [Double], _ second: [Double]) -> Double {
    var square = 0.0
    for index in rates.indices {
      let part = (first[index] - second[index]) * rates[index]
      square += part * part
    }
    let distance = (5 * square).squareRoot()
    return (1 + distance + distance * distance / 3) * exp(-distance)
  }
}
