// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Holm's step-down correction for several tests.
///
/// It keeps the probability of any false claim in a family of tests below the level, whatever
/// depends on what. Source: Holm, Scand. J. Stat. 6, 1979, 65-70.
package enum HolmCorrection {
  /// The corrected probabilities, in the order of the given ones.
  ///
  /// - Complexity: O(*n* log *n*) in the number of tests.
  package static func adjusted(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var largest = 0.0
    for (rank, index) in pValues.indices.sorted(by: { pValues[$0] < pValues[$1] }).enumerated() {
      largest = max(largest, pValues[index] * Double(pValues.count - rank))
      adjusted[index] = min(1, largest)
    }
    return adjusted
  }
}
