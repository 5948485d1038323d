// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The difference of two success rates, with its interval.
///
/// The interval adds the squared distances of each rate to the ends of its own interval and takes
/// off what their correlation explains (Newcombe, Stat. Med. 17, 1998, 873-890, method 10 for
/// independent rates, and 2635-2650, method 8 for paired ones; Zou and Donner, Stat. Med. 27, 2008,
/// 1693-1702, for any two estimates with intervals).
package struct RiskDifference: Sendable, Hashable {
  /// The second rate minus the first.
  package let difference: Double
  /// The interval of the difference.
  package private(set) var interval: ConfidenceInterval

  /// Computes the difference of two rates.
  ///
  /// - Parameters:
  ///   - first: The rate to compare with.
  ///   - second: The rate that is compared.
  ///   - correlation: The correlation of the two estimates, 0 when they are independent.
  package init(from first: RateEstimate, to second: RateEstimate, correlation: Double = 0) {
    func reach(_ near: Double, _ far: Double) -> Double {
      max(0, near * near - 2 * correlation * near * far + far * far).squareRoot()
    }
    difference = second.rate - first.rate
    interval = ConfidenceInterval(
      lower: difference
        - reach(second.rate - second.interval.lower, first.interval.upper - first.rate),
      upper: difference
        + reach(second.interval.upper - second.rate, first.rate - first.interval.lower))
  }

  /// Computes the difference of two rates that were observed on the same items in the same trials.
  ///
  /// Where differences vary between trials, the interval is also no shorter than Student's at the
  /// clustered variance of the differences: the interval of a rate cannot tell that trials vary
  /// when they happen to be alike, which a few often are.
  ///
  /// - Parameters:
  ///   - first: The rate to compare with.
  ///   - second: The rate that is compared.
  ///   - differences: The second outcome minus the first, of each item in each trial.
  /// - Complexity: O(*n* log *n*) in the number of outcomes.
  package init(
    from first: RateEstimate, to second: RateEstimate, pairedBy differences: ClusteredSample
  ) {
    let joint = ClusteredVariance(differences)
    let product = (first.variance * second.variance).squareRoot()
    let correlation =
      product > 0 ? (first.variance + second.variance - joint.value) / (2 * product) : 0
    self.init(from: first, to: second, correlation: min(1, max(-1, correlation)))
    guard joint.degreesOfFreedom.isFinite else { return }
    let quantile = ConfidenceInterval.studentQuantile(degreesOfFreedom: joint.degreesOfFreedom)
    let reach = quantile * joint.value.squareRoot()
    interval = interval.united(
      with: ConfidenceInterval(
        lower: max(-1, difference - reach), upper: min(1, difference + reach)))
  }
}
