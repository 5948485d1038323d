// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ConfidenceInterval {
  /// The score interval of a rate.
  ///
  /// It stays within 0 and 1 and has a width also when the rate is 0 or 1. Source: Wilson, J. Am.
  /// Stat. Assoc. 22, 1927, 209-212.
  ///
  /// - Parameters:
  ///   - rate: The rate, from 0 to 1.
  ///   - count: The number of independent outcomes behind it, above 0; need not be whole.
  package init(wilsonForRate rate: Double, of count: Double) {
    self.init(wilsonForRate: rate, of: count, quantile: Self.normalQuantile)
  }

  /// The score interval with another quantile than the normal one.
  init(wilsonForRate rate: Double, of count: Double, quantile: Double) {
    let square = quantile * quantile
    let scale = 1 + square / count
    let centre = (rate + square / (2 * count)) / scale
    let variance = rate * (1 - rate) / count + square / (4 * count * count)
    let reach = quantile * variance.squareRoot() / scale
    self.init(lower: max(0, centre - reach), upper: min(1, centre + reach))
  }
}
