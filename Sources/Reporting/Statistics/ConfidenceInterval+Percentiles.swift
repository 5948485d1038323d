// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

extension ConfidenceInterval {
  /// The middle part of resampled statistics, of which there is at least one.
  ///
  /// Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
  ///
  /// - Complexity: O(*n* log *n*) in the number of statistics.
  init(percentilesOf statistics: [Double]) {
    let sorted = statistics.sorted()
    func quantile(_ part: Double) -> Double {
      gsl_stats_quantile_from_sorted_data(sorted, 1, sorted.count, part)
    }
    self.init(lower: quantile(0.5 - Self.level / 2), upper: quantile(0.5 + Self.level / 2))
  }
}
