// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a line of a program does with its two operands.
package enum ArithmeticOperation: String, Sendable, Hashable, CaseIterable {
  /// The sum.
  case add = "+"
  /// The difference.
  case subtract = "-"
  /// The product.
  case multiply = "*"
  /// The quotient, or the first operand where the second is zero.
  case divide = "/"

  /// The result for two operands.
  package func callAsFunction<Scalar: ArithmeticScalar>(
    _ first: Scalar, _ second: Scalar
  ) -> Scalar {
    switch self {
    case .add: first + second
    case .subtract: first - second
    case .multiply: first * second
    case .divide: second.isZero ? first : first / second
    }
  }
}
