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
  package init?(_ rates: [RateEstimate]) { self.init(groups: rates.map { [$0] }) }

  /// Computes the mean over groups of the mean of each group, or gives nil when there is none.
  ///
  /// - Parameter groups: Rates by group, such as those of the files of a task; none is empty.
  /// - Complexity: O(*n*) in the number of rates.
  package init?(groups: [[RateEstimate]]) {
    guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    let rates = groups.flatMap { group in
      group.map { (estimate: $0, weight: 1 / Double(groups.count * group.count)) }
    }
    func reach(_ distance: (RateEstimate) -> Double) -> Double {
      rates.reduce(0) { sum, rate in
        let weighted = rate.weight * distance(rate.estimate)
        return sum + weighted * weighted
      }.squareRoot()
    }
    let rate = rates.reduce(0) { $0 + $1.weight * $1.estimate.rate }
    self.rate = rate
    interval = ConfidenceInterval(
      lower: max(0, rate - reach { $0.rate - $0.interval.lower }),
      upper: min(1, rate + reach { $0.interval.upper - $0.rate }))
  }
}
