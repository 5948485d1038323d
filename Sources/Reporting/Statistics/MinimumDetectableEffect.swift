// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// The smallest true difference that a study of this size finds in most repetitions.
///
/// Normal approximation: the quantiles of level and power, added, times the standard error. Source:
/// Bloom, Eval. Rev. 19, 1995, 547-556.
package enum MinimumDetectableEffect {
  /// The probability with which the difference is to be found.
  package static let power = 0.8

  /// The difference in the unit of the standard error.
  ///
  /// - Parameter standardError: Of the estimated difference, at least 0.
  package static func difference(standardError: Double) -> Double {
    (ConfidenceInterval.normalQuantile + gsl_cdf_ugaussian_Pinv(power)) * standardError
  }
}
