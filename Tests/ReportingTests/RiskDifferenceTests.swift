// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

struct RiskDifferenceTests {
  /// The second row is published by Newcombe (1998, 873-890), table II; all agree with statsmodels'
  /// `confint_proportions_2indep(method="newcomb")`.
  @Test(arguments: [
    ((5, 56), (0, 29), -0.038137147903536936, 0.19256001385511165),
    ((56, 70), (48, 80), 0.05243147240236498, 0.33387265403690614),
    ((9, 10), (3, 10), 0.1705227239345029, 0.809017973535488),
  ])
  func independentRatesHaveNewcombesInterval(
    second: (Int, Int), first: (Int, Int), lower: Double, upper: Double
  ) throws {
    let difference = RiskDifference(
      from: try #require(RateEstimate(ClusteredSample(first.0, of: first.1))),
      to: try #require(RateEstimate(ClusteredSample(second.0, of: second.1))))
    #expect(difference.interval.isClose(to: (lower, upper)))
  }

  /// Pairs are counted as both, second only, first only and neither; the first row is published by
  /// Newcombe (1998, 2635-2650), table II, as 0.0569 to 0.3404.
  @Test(arguments: [
    ([36, 12, 2, 0], 0.2, 0.05692958400323875, 0.3404276029749408),
    ([3, 1, 5, 1], -0.4, -0.6847141807149406, 0.04353996010517569),
    ([20, 12, 2, 16], 0.2, 0.06180475823489942, 0.3241622931390557),
    ([49, 1, 0, 0], 0.02, -0.0532218265780125, 0.1049544358963782),
  ])
  func pairedRatesHaveNewcombesInterval(
    counts: [Int], difference: Double, lower: Double, upper: Double
  ) throws {
    let kinds: [(Double, Double)] = [(1, 1), (0, 1), (1, 0), (0, 0)]
    let pairs = zip(kinds, counts).flatMap { Array(repeating: $0, count: $1) }
    let paired = try #require(pairedDifference(pairs.map { [$0.0] }, pairs.map { [$0.1] }))
    #expect(abs(paired.difference - difference) < 1e-12)
    #expect(paired.interval.isClose(to: (lower, upper)))
  }

  @Test func pairedRatesOfSeveralTrialsAreClustered() throws {
    let before: [[Double]] = [
      [1, 1, 1], [0, 0, 0], [1, 0, 1], [0, 0, 0], [1, 1, 1], [1, 1, 0], [0, 0, 1], [0, 0, 0],
    ]
    let after: [[Double]] = [
      [1, 1, 1], [1, 1, 1], [1, 1, 1], [0, 1, 0], [1, 1, 1], [1, 1, 1], [0, 1, 1], [0, 0, 0],
    ]
    let paired = try #require(pairedDifference(before, after))
    #expect(abs(paired.difference - 0.2916666666666667) < 1e-12)
    // Newcombe's ends would be 0.0315 and 0.4852; Student's at the clustered variance of differences,
    // with 3.25 degrees of freedom, are from NumPy and SciPy.
    #expect(paired.interval.isClose(to: (-0.087895594583212, 0.6712289279165453)))
  }

  @Test func macroMeansWeighTasksAlike() throws {
    let rates = [
      try #require(
        RateEstimate(
          ClusteredSample(matrices: [
            [
              [1, 1, 1], [0, 0, 0], [1, 0, 1], [0, 0, 0], [1, 1, 1], [1, 1, 0], [0, 0, 1],
              [0, 0, 0],
            ]
          ]))
      ), try #require(RateEstimate(ClusteredSample(4, of: 5))),
    ]
    let mean = try #require(MacroMean(rates))
    #expect(abs(mean.rate - 0.6291666666666667) < 1e-12)
    #expect(mean.interval.isClose(to: (0.3863598195591573, 0.7811986405374529)))
    #expect(MacroMean([]) == nil)
  }

  private func pairedDifference(_ before: [[Double]], _ after: [[Double]]) -> RiskDifference? {
    let differences = zip(before, after).map { zip($0, $1).map { $1 - $0 } }
    guard let first = RateEstimate(ClusteredSample(matrices: [before])),
      let second = RateEstimate(ClusteredSample(matrices: [after]))
    else { return nil }
    return RiskDifference(
      from: first, to: second, pairedBy: ClusteredSample(matrices: [differences]))
  }
}
