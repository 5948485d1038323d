// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// A range computed so that it covers the true value in about 95 of 100 repetitions of a study.
package struct ConfidenceInterval: Sendable, Hashable {
  /// The confidence level of every interval in a report.
  package static let level = 0.95

  /// The lower end.
  package let lower: Double
  /// The upper end.
  package let upper: Double

  /// Creates an interval from its ends.
  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether a value lies outside.
  package func excludes(_ value: Double) -> Bool { value < lower || upper < value }

  /// The interval moved by some amount.
  func shifted(by amount: Double) -> ConfidenceInterval {
    ConfidenceInterval(lower: lower + amount, upper: upper + amount)
  }

  /// The interval from the lowest lower end to the highest upper end of two.
  func united(with other: ConfidenceInterval) -> ConfidenceInterval {
    ConfidenceInterval(lower: min(lower, other.lower), upper: max(upper, other.upper))
  }

  /// The number of standard errors on each side under a normal distribution, 1.96.
  static var normalQuantile: Double { gsl_cdf_ugaussian_Pinv(0.5 + level / 2) }

  /// The number of standard errors on each side under Student's distribution.
  static func studentQuantile(degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom.isFinite else { return normalQuantile }
    return gsl_cdf_tdist_Pinv(0.5 + level / 2, degreesOfFreedom)
  }
}
