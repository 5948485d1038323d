// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One step on the way from the search space to the variables of a BBOB function's formula.
enum BBOBStage: Sendable {
  /// Subtracts a number from each coordinate.
  case subtract([Double])
  /// Multiplies each coordinate by a number.
  case multiply([Double])
  /// Multiplies by a matrix and adds a number to each coordinate.
  case linear(SquareMatrix, plus: Double)
  /// Bends each coordinate by the oscillating map *T*osz.
  case oscillate
  /// Raises positive coordinates to a power of their own: the map *T*asy.
  case asymmetric([Double])
  /// Multiplies each coordinate by a number, and positive ones of even index ten times as much.
  case lopsided([Double])
  /// Adds to each coordinate a quarter of how far the one before it is from a number.
  case chained(Double)

  /// Applies the step.
  ///
  /// - Parameters:
  ///   - current: The coordinates; holds the result afterwards.
  ///   - spare: Room for as many numbers, which may be exchanged for `current`.
  ///   - count: How many coordinates there are.
  /// - Complexity: O(*n*), for a matrix O(*n*²), without allocating.
  func apply(
    _ current: inout UnsafeMutablePointer<Double>, _ spare: inout UnsafeMutablePointer<Double>,
    count: Int
  ) {
    switch self {
    case .subtract(let offsets):
      for index in 0..<count { current[index] -= offsets[index] }
    case .multiply(let factors):
      for index in 0..<count { current[index] *= factors[index] }
    case .linear(let matrix, let offset):
      matrix.multiply(current, plus: offset, into: spare)
      swap(&current, &spare)
    case .oscillate:
      for index in 0..<count { current[index] = Self.oscillated(current[index]) }
    case .asymmetric(let weights):
      for index in 0..<count where current[index] > 0 {
        let value = current[index]
        current[index] = pow(value, 1 + weights[index] * value.squareRoot())
      }
    case .lopsided(let factors):
      for index in 0..<count {
        let factor = current[index] > 0 && index % 2 == 0 ? factors[index] * 10 : factors[index]
        current[index] *= factor
      }
    case .chained(let centre):
      for index in stride(from: count - 1, through: 1, by: -1) {
        current[index] += 0.25 * (current[index - 1] - centre)
      }
    }
  }

  /// The oscillating map of one number; `rate` is 0.1 also for values of functions.
  static func oscillated(_ value: Double) -> Double {
    guard value != 0 else { return 0 }
    let rate = 0.1
    let logarithm = log(abs(value))
    let phase = logarithm / rate
    let wave =
      value > 0 ? sin(phase) + sin(0.79 * phase) : sin(0.55 * phase) + sin(0.31 * phase)
    let size = exp(logarithm + rate * 0.49 * wave)
    return value > 0 ? size : -size
  }
}
