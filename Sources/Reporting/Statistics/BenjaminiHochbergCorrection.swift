// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The step-up correction of Benjamini and Hochberg for several tests.
///
/// It keeps the expected share of false claims among all claims below the level. Source: Benjamini
/// and Hochberg, J. R. Stat. Soc. B 57, 1995, 289-300.
package enum BenjaminiHochbergCorrection {
  /// The corrected probabilities, in the order of the given ones.
  ///
  /// - Complexity: O(*n* log *n*) in the number of tests.
  package static func adjusted(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var smallest = 1.0
    let order = pValues.indices.sorted { pValues[$0] > pValues[$1] }
    for (place, index) in order.enumerated() {
      let rank = Double(pValues.count - place)
      smallest = min(smallest, pValues[index] * Double(pValues.count) / rank)
      adjusted[index] = smallest
    }
    return adjusted
  }
}
