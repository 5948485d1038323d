// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a program computes with: plain numbers, or numbers with a derivative.
package protocol ArithmeticScalar {
  /// Creates a constant.
  init(constant: Double)
  /// Whether nothing can be divided by it.
  var isZero: Bool { get }
  /// The sum.
  static func + (first: Self, second: Self) -> Self
  /// The difference.
  static func - (first: Self, second: Self) -> Self
  /// The product.
  static func * (first: Self, second: Self) -> Self
  /// The quotient.
  static func / (first: Self, second: Self) -> Self
}

extension Double: ArithmeticScalar {
  /// The number itself.
  package init(constant: Double) { self = constant }
}
