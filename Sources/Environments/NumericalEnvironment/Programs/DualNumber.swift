// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A number with its derivative, for differentiation in forward mode.
package struct DualNumber: Sendable, Hashable {
  /// The number.
  package let value: Double
  /// The derivative with respect to the input.
  package let derivative: Double

  /// Creates a number.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - derivative: Its derivative; 1 makes it the input, 0 a constant.
  package init(_ value: Double, derivative: Double) {
    self.value = value
    self.derivative = derivative
  }
}

extension DualNumber: ArithmeticScalar {
  /// Creates a constant.
  package init(constant: Double) { self.init(constant, derivative: 0) }

  /// Whether the number itself is zero.
  package var isZero: Bool { value == 0 }

  /// The sum rule.
  package static func + (first: DualNumber, second: DualNumber) -> DualNumber {
    DualNumber(first.value + second.value, derivative: first.derivative + second.derivative)
  }

  /// The difference rule.
  package static func - (first: DualNumber, second: DualNumber) -> DualNumber {
    DualNumber(first.value - second.value, derivative: first.derivative - second.derivative)
  }

  /// The product rule.
  package static func * (first: DualNumber, second: DualNumber) -> DualNumber {
    DualNumber(
      first.value * second.value,
      derivative: first.derivative * second.value + first.value * second.derivative
    )
  }

  /// The quotient rule.
  package static func / (first: DualNumber, second: DualNumber) -> DualNumber {
    let numerator = first.derivative * second.value - first.value * second.derivative
    return DualNumber(
      first.value / second.value,
      derivative: numerator / (second.value * second.value)
    )
  }
}
