// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// The exact test for a change between two outcomes of the same items.
///
/// Source: McNemar, Psychometrika 12, 1947, 153-157, with the binomial distribution in place of its
/// approximation.
package struct ExactMcNemarTest: Sendable, Hashable {
  /// Items that only the second succeeded on.
  package let gained: Int
  /// Items that only the first succeeded on.
  package let lost: Int

  /// Creates a test.
  package init(gained: Int, lost: Int) {
    self.gained = gained
    self.lost = lost
  }

  /// The probability of a change at least as lopsided when neither outcome is the better one.
  package var pValue: Double {
    guard gained != lost else { return 1 }
    return min(1, 2 * gsl_cdf_binomial_P(UInt32(min(gained, lost)), 0.5, UInt32(gained + lost)))
  }
}
