// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The mean of the rates of several tasks, each task counting the same.
///
/// The interval adds the squared distances of the rates to the ends of their intervals (Zou and
/// Donner, Stat. Med. 27, 2008, 1693-1702), so that it holds for these tasks, not for others.
package struct MacroMean: Sendable, Hashable {
  /// The mean rate.
  package let rate: Double
  /// The interval of the mean rate.
  package let interval: ConfidenceInterval

  /// Computes the mean, or gives nil when there are no rates.
  ///
  /// - Complexity: O(*n*) in the number of rates.
  package init?(_ rates: [RateEstimate]) {
    guard !rates.isEmpty else { return nil }
    let count = Double(rates.count)
    func reach(_ distance: (RateEstimate) -> Double) -> Double {
      rates.reduce(0) { $0 + distance($1) * distance($1) }.squareRoot() / count
    }
    rate = rates.reduce(0) { $0 + $1.rate } / count
    interval = ConfidenceInterval(
      lower: max(0, rate - reach { $0.rate - $0.interval.lower }),
      upper: min(1, rate + reach { $0.interval.upper - $0.rate }))
  }
}
