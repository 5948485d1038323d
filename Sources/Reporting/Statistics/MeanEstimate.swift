// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// The mean of independent numbers, one for each trial, with what is known of its uncertainty.
package struct MeanEstimate: Sendable, Hashable {
  /// The number of values.
  package let count: Int
  /// Their mean.
  package let mean: Double
  /// Their median.
  package let median: Double
  /// Their standard deviation divided by the root of their number; nil for a single value.
  package let standardError: Double?
  /// The percentile bootstrap interval of the mean; nil for a single value.
  package let interval: ConfidenceInterval?

  /// Estimates a mean, or gives nil when there are no values; all of them are finite.
  ///
  /// - Complexity: O(*n* · *r*) in the values and 1,000 resamples.
  package init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    count = values.count
    mean = gsl_stats_mean(sorted, 1, sorted.count)
    median = gsl_stats_median_from_sorted_data(sorted, 1, sorted.count)
    guard values.count > 1 else {
      standardError = nil
      interval = nil
      return
    }
    standardError = gsl_stats_sd(sorted, 1, sorted.count) / Double(values.count).squareRoot()
    let sample = ClusteredSample(
      values.enumerated().map { .init(item: $0.offset, trial: 0, value: $0.element) })
    interval = HierarchicalBootstrap(sample)?.interval
  }
}
