// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The sum of 12 ever faster and flatter waves in each coordinate.
struct WeierstrassSum: Sendable {
  private static let termCount = 12

  private let amplitudes: [Double]
  private let frequencies: [Double]
  private let least: Double

  /// Creates the sum.
  init() {
    let amplitudes = (0..<Self.termCount).map { pow(0.5, Double($0)) }
    let frequencies = (0..<Self.termCount).map { pow(3, Double($0)) }
    least = zip(amplitudes, frequencies).reduce(0) { sum, term in
      sum + term.0 * cos(2 * .pi * term.1 * 0.5)
    }
    self.amplitudes = amplitudes
    self.frequencies = frequencies
  }

  /// The value at a point.
  func value(at point: UnsafeMutablePointer<Double>, count: Int) -> Double {
    var sum = 0.0
    for index in 0..<count {
      let phase = 2 * .pi * (point[index] + 0.5)
      for term in 0..<Self.termCount { sum += cos(phase * frequencies[term]) * amplitudes[term] }
    }
    let excess = sum / Double(count) - least
    return 10 * excess * excess * excess
  }
}
