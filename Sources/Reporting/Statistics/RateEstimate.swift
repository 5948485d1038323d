// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A success rate with its interval.
///
/// With one trial of each task this is Wilson's interval of the pooled outcomes. With several it is
/// Wilson's interval at the effective number of outcomes, that number of independent ones which
/// has the same variance (Kish, Survey Sampling, 1965; Korn and Graubard, Surv. Methodol. 24,
/// 1998, 193-201), with Student's quantile at the degrees of freedom of the variance.
package struct RateEstimate: Sendable, Hashable {
  /// Outcomes that were successes.
  package let successes: Int
  /// All outcomes.
  package let count: Int
  /// Successes divided by outcomes.
  package let rate: Double
  /// The interval of the rate.
  package let interval: ConfidenceInterval
  /// The variance of the rate.
  let variance: Double

  /// Estimates a rate, or gives nil when there are no outcomes.
  ///
  /// - Parameter sample: Outcomes, 1 for a success and 0 for a failure.
  /// - Complexity: O(*n* log *n*) in the number of outcomes.
  package init?(_ sample: ClusteredSample) {
    guard let rate = sample.mean else { return nil }
    let clustered = ClusteredVariance(sample)
    count = sample.count
    successes = Int(sample.sum)
    self.rate = rate
    variance = clustered.value
    var effectiveCount = Double(count)
    var quantile = ConfidenceInterval.normalQuantile
    if sample.hasRepeatedTrials {
      if variance > 0 {
        effectiveCount = min(effectiveCount, rate * (1 - rate) / variance)
        let freedom = clustered.degreesOfFreedom
        quantile = ConfidenceInterval.studentQuantile(degreesOfFreedom: freedom)
      } else {
        // All outcomes are equal, so the variance says nothing, and items are all there is.
        effectiveCount = Double(sample.itemCount)
      }
      // Trials that are all alike do not tell how much their items depend on each other: without an
      // item in common each trial may be no more than one outcome.
      if clustered.degreesOfFreedom == .infinity, sample.itemCount == count {
        effectiveCount = min(effectiveCount, Double(sample.trialCount))
      }
    }
    interval = ConfidenceInterval(wilsonForRate: rate, of: effectiveCount, quantile: quantile)
  }
}
