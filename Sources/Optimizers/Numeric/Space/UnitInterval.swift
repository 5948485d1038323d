// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Ways back into the interval from 0 to 1.
enum UnitInterval {
  /// Reflects a number at the ends as often as needed.
  static func reflected(_ number: Double) -> Double {
    let remainder = abs(number.truncatingRemainder(dividingBy: 2))
    return remainder > 1 ? 2 - remainder : remainder
  }

  /// Takes whole numbers away, so that one end continues at the other.
  static func wrapped(_ number: Double) -> Double { number - number.rounded(.down) }

  /// The nearest number of the interval.
  static func clamped(_ number: Double) -> Double { min(1, max(0, number)) }
}
