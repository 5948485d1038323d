// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An exact fraction in lowest terms with a positive denominator.
struct Rational: Hashable {
  let numerator: Int
  let denominator: Int

  init(_ numerator: Int, over denominator: Int = 1) {
    var (first, second) = (abs(numerator), abs(denominator))
    while second != 0 { (first, second) = (second, first % second) }
    let divisor = max(1, first) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The greatest whole number that is not above.
  var floor: Rational {
    let rest = numerator % denominator
    return Rational((numerator - (rest < 0 ? rest + denominator : rest)) / denominator)
  }

  /// The smallest whole number that is not below.
  var ceiling: Rational { self == floor ? self : floor + 1 }

  static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  static func - (left: Rational, right: Rational) -> Rational { left + right * -1 }

  static func * (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  static func / (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator, over: left.denominator * right.numerator)
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: CustomStringConvertible {
  var description: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }
}

extension Sequence<Rational> {
  var sum: Rational { reduce(0, +) }
}
