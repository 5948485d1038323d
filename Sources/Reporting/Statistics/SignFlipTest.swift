// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// The permutation test of paired differences: if neither side is the better one, the difference of
/// each unit, which is an item or a whole trial, might as well have had the other sign.
///
/// Source: Fisher, The Design of Experiments, 1935, section 21.
///
/// The differences are whole numbers, such as the items that a trial gained, so that the
/// distribution of their sum over all flips is computed, not sampled. With differences of 1, 0 and -1
/// only it is the exact McNemar test.
package struct SignFlipTest: Sendable, Hashable {
  /// The probability of a sum at least as far from 0 over all flips of signs.
  ///
  /// It is exact up to a hundred million operations; beyond, the normal distribution of the same
  /// variance takes its place, which needs thousands of items or about a thousand trials that
  /// differ.
  package let pValue: Double

  /// Computes the test.
  ///
  /// - Parameter differences: One for each unit.
  /// - Complexity: O(*n* · *s*) in the differences other than 0 and the sum of their sizes.
  package init(_ differences: [Int]) {
    let sizes = differences.map(abs).filter { $0 > 0 }.sorted()
    let observed = abs(differences.reduce(0, +))
    guard observed > 0 else {
      pValue = 1
      return
    }
    let reach = sizes.reduce(0, +)
    guard reach.multipliedReportingOverflow(by: sizes.count).partialValue < 100_000_000 else {
      let variance = sizes.reduce(0.0) { $0 + Double($1 * $1) }
      pValue = 2 * gsl_cdf_ugaussian_Q(Double(observed) / variance.squareRoot())
      return
    }
    pValue = min(1, 2 * Self.upperTail(of: sizes, from: observed, reach: reach))
  }

  private static func upperTail(of sizes: [Int], from observed: Int, reach: Int) -> Double {
    // The place `index` holds the probability of the sum `index - reach`.
    var distribution = [Double](repeating: 0, count: 2 * reach + 1)
    distribution[reach] = 1
    var covered = 0
    for size in sizes {
      var next = [Double](repeating: 0, count: distribution.count)
      for index in (reach - covered)...(reach + covered) where distribution[index] > 0 {
        next[index - size] += distribution[index] / 2
        next[index + size] += distribution[index] / 2
      }
      covered += size
      distribution = next
    }
    return distribution[(reach + observed)...].reversed().reduce(0, +)
  }
}
