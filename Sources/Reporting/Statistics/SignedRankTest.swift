// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Wilcoxon's test of paired differences of any size.
///
/// Differences of 0 are left out, equal sizes share their mean rank, and the distribution of the
/// sum of ranks over all flips of signs is computed, not approximated, also with ties. An infinite
/// difference has the largest size. Source: Wilcoxon, Biometrics Bull. 1, 1945, 80-83; Pratt's
/// later variant keeps the zeros and is not used here.
package struct SignedRankTest: Sendable, Hashable {
  /// The sum of the ranks of positive differences.
  package let positiveRanks: Double
  /// The sum of the ranks of negative differences.
  package let negativeRanks: Double
  /// The two-sided probability, exact as far as ``SignFlipTest/pValue`` is.
  package let pValue: Double

  /// Computes the test; differences that are no number are left out.
  ///
  /// - Complexity: O(*n*^3) in the number of differences, up to a bound that is set for time.
  package init(_ differences: [Double]) {
    let present = differences.filter { $0 != 0 && !$0.isNaN }.sorted { abs($0) < abs($1) }
    // Ranks are doubled, so that mean ranks of two are whole numbers.
    var signed: [Int] = []
    var start = 0
    while start < present.count {
      var end = start
      while end < present.count, abs(present[end]) == abs(present[start]) { end += 1 }
      for index in start..<end {
        let doubled = start + 1 + end
        signed.append(present[index] > 0 ? doubled : -doubled)
      }
      start = end
    }
    positiveRanks = Double(signed.filter { $0 > 0 }.reduce(0, +)) / 2
    negativeRanks = Double(-signed.filter { $0 < 0 }.reduce(0, +)) / 2
    pValue = SignFlipTest(signed).pValue
  }
}
