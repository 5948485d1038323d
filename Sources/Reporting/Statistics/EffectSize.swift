// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL
import Foundation

/// Sizes of effects without a unit.
package enum EffectSize {
  /// The mean of paired differences in standard deviations, corrected for few pairs; nil for fewer
  /// than two pairs and for differences that are all equal.
  ///
  /// The correction is exact, by the gamma function. Source: Hedges, J. Educ. Stat. 6, 1981,
  /// 107-128.
  ///
  /// - Complexity: O(*n*) in the number of differences.
  package static func hedgesG(ofDifferences differences: [Double]) -> Double? {
    guard differences.count > 1 else { return nil }
    let deviation = gsl_stats_sd(differences, 1, differences.count)
    guard deviation > 0, deviation.isFinite else { return nil }
    let freedom = Double(differences.count - 1)
    // With one degree of freedom the second gamma function has a pole, so that the factor is 0.
    guard freedom > 1 else { return 0 }
    let correction =
      gsl_sf_lngamma(freedom / 2) - gsl_sf_lngamma((freedom - 1) / 2) - 0.5 * log(freedom / 2)
    return gsl_stats_mean(differences, 1, differences.count) / deviation * exp(correction)
  }
}
