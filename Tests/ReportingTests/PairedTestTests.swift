// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

struct PairedTestTests {
  /// From `statsmodels.stats.contingency_tables.mcnemar(exact=True)` and `scipy.stats.binomtest`.
  @Test(arguments: [
    (6, 1, 0.125), (1, 6, 0.125), (3, 3, 1.0), (10, 0, 0.001953125), (0, 0, 1.0),
    (57, 33, 0.014866752945626234), (1200, 1100, 0.03896685268382023),
  ])
  func exactMcNemarTest(gained: Int, lost: Int, pValue: Double) {
    let test = ExactMcNemarTest(gained: gained, lost: lost)
    #expect(abs(test.pValue - pValue) < 1e-9)
  }

  /// From `scipy.stats.permutation_test` over all flips of signs.
  @Test(arguments: [
    ([3, 2, 1, 0, -1], 0.375),
    ([1, 1, 1, 1, 1, -1], 0.21875),
    ([2, 2, 3, 3, 1, -1, -2, 3], 0.125),
    ([-3, -3, -1, -2, 0, 1, -2, -2, -1, -3, 2], 0.052734375),
    ([0, 3, 1, 1, 0, 1, 1, 0], 0.0625),
    ([0, 0], 1.0),
    ([], 1.0),
  ])
  func signFlipTest(differences: [Int], pValue: Double) {
    #expect(abs(SignFlipTest(differences).pValue - pValue) < 1e-12)
  }

  @Test(arguments: 0..<20)
  func signFlipTestOfSignsIsTheExactMcNemarTest(seed: Int) {
    var generator = SimulationGenerator(state: UInt64(seed))
    let differences = (0..<60).map { _ in Int.random(in: -1...1, using: &generator) }
    let mcNemar = ExactMcNemarTest(
      gained: differences.count { $0 > 0 }, lost: differences.count { $0 < 0 })
    #expect(abs(SignFlipTest(differences).pValue - mcNemar.pValue) < 1e-9)
  }

  @Test func thousandsOfDifferencesAreApproximated() {
    let counts = [(1, 1500), (-1, 1300), (2, 900), (-2, 820)]
    let differences = (0..<3).flatMap { _ in
      counts.flatMap { Array(repeating: $0.0, count: $0.1) }
    }
    // Twice the normal tail beyond 1080 standard errors of the root of 29,040, from SciPy.
    #expect(abs(SignFlipTest(differences).pValue / 2.33357945171606e-10 - 1) < 1e-6)
  }

  /// From `statsmodels.stats.multitest.multipletests`.
  @Test(arguments: [
    ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02], [0.02, 0.04, 0.04, 0.02]),
    (
      [0.5, 0.02, 0.02, 0.9, 0.001], [1, 0.08, 0.08, 1, 0.005],
      [0.625, 0.03333333333333333, 0.03333333333333333, 0.9, 0.005]
    ),
    ([0.04], [0.04], [0.04]),
    (
      [1, 0.2, 0.05, 0.0001, 0.03, 0.03, 0.6], [1, 0.6, 0.2, 0.0007, 0.18, 0.18, 1],
      [1, 0.28, 0.0875, 0.0007, 0.07, 0.07, 0.7]
    ),
    ([], [], []),
  ])
  func corrections(pValues: [Double], holm: [Double], benjaminiHochberg: [Double]) {
    for (value, expected) in zip(HolmCorrection.adjusted(pValues), holm) {
      #expect(abs(value - expected) < 1e-12)
    }
    let rates = BenjaminiHochbergCorrection.adjusted(pValues)
    #expect(rates.count == benjaminiHochberg.count)
    for (value, expected) in zip(rates, benjaminiHochberg) {
      #expect(abs(value - expected) < 1e-12)
    }
  }
}
