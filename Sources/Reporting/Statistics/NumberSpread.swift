// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// The centre of independent numbers and, for two or more, its uncertainty by Student's
/// distribution.
struct NumberSpread {
  let mean: Double
  let median: Double
  let standardError: Double?
  let interval: ConfidenceInterval?

  /// Describes finite numbers, or gives nil when there are none.
  ///
  /// - Complexity: O(*n* log *n*) in the numbers.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    mean = gsl_stats_mean(sorted, 1, sorted.count)
    median = gsl_stats_median_from_sorted_data(sorted, 1, sorted.count)
    guard sorted.count > 1 else {
      standardError = nil
      interval = nil
      return
    }
    let error = gsl_stats_sd(sorted, 1, sorted.count) / Double(sorted.count).squareRoot()
    let freedom = Double(sorted.count - 1)
    let reach = error * ConfidenceInterval.studentQuantile(degreesOfFreedom: freedom)
    standardError = error
    interval = ConfidenceInterval(lower: mean - reach, upper: mean + reach)
  }
}
