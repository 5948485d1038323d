// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

/// Expected intervals of single trials come from `scipy.stats.binomtest` and statsmodels'
/// `proportion_confint`, those of several from the formulas written out with NumPy and SciPy.
struct RateEstimateTests {
  @Test(arguments: [
    (0, 10, 0.0, 0.27753279986288926),
    (4, 10, 0.1681803297062361, 0.6873262302663417),
    (9, 10, 0.5958499732047614, 0.982123786904927),
    (10, 10, 0.7224672001371106, 1.0),
    (137, 230, 0.5311596756882335, 0.6570019968479377),
    (1, 1, 0.2065493143772374, 1.0),
    (2300, 6511, 0.3417279583439199, 0.36494180298808854),
  ])
  func oneTrialHasWilsonsInterval(successes: Int, count: Int, lower: Double, upper: Double) throws {
    let estimate = try #require(RateEstimate(ClusteredSample(successes, of: count)))
    #expect(estimate.successes == successes)
    #expect(estimate.count == count)
    #expect(estimate.interval.isClose(to: (lower, upper)))
    let wilson = ConfidenceInterval(
      wilsonForRate: Double(successes) / Double(count), of: Double(count))
    #expect(wilson == estimate.interval)
  }

  private static let mixed: [[Double]] = [
    [1, 1, 1], [0, 0, 0], [1, 0, 1], [0, 0, 0], [1, 1, 1], [1, 1, 0], [0, 0, 1], [0, 0, 0],
  ]
  private static let trialsDiffer: [[Double]] = [
    [0, 0, 1], [0, 1, 1], [1, 0, 1], [0, 1, 1], [0, 1, 1], [0, 0, 1],
  ]
  private static let single: [[Double]] = [[1], [1], [0], [1], [1]]
  private static let trialsAgree: [[Double]] = [[1, 1], [0, 0], [0, 0], [1, 1]]

  @Test(arguments: [
    ([mixed], 0.22243121490638693, 0.71452143165749),
    ([trialsDiffer], 0.05950566673147728, 0.9610826850125938),
    ([trialsAgree], 0.15003898915214953, 0.8499610108478505),
    ([mixed, single], 0.2964949725163485, 0.7314576125372382),
    ([mixed, trialsAgree], 0.25506902504816253, 0.6945400346509427),
    ([[[1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1]]], 0.5101091635454027, 1.0),
  ])
  func severalTrialsAreClusteredByItemAndByTrial(
    matrices: [[[Double]]], lower: Double, upper: Double
  ) throws {
    let estimate = try #require(RateEstimate(ClusteredSample(matrices: matrices)))
    #expect(estimate.interval.isClose(to: (lower, upper)))
  }

  @Test func repeatingATrialAddsNothing() throws {
    let once = try #require(RateEstimate(ClusteredSample(matrices: [Self.single])))
    let thrice = try #require(
      RateEstimate(ClusteredSample(matrices: [Self.single.map { [$0[0], $0[0], $0[0]] }])))
    #expect(thrice.count == 3 * once.count)
    #expect(thrice.interval.isClose(to: (once.interval.lower, once.interval.upper)))
  }

  /// Trials with items of their own that are all alike may each be a single outcome; the expected
  /// intervals are those of single trials above.
  @Test(arguments: [(0, 0.0, 0.27753279986288926), (10, 0.7224672001371106, 1.0)])
  func trialsThatShareNoItemAreAtMostOneOutcomeEachWhereAllAreEqual(
    successes: Int, lower: Double, upper: Double
  ) throws {
    let estimate = try #require(RateEstimate(Self.ownItems(successes: successes)))
    #expect(estimate.count == 100)
    #expect(estimate.interval.isClose(to: (lower, upper)))
  }

  @Test func trialsThatShareNoItemAndHaveOneRateAreAtMostOneOutcomeEach() throws {
    let estimate = try #require(RateEstimate(Self.ownItems(successes: 4)))
    #expect(estimate.rate == 0.4)
    #expect(estimate.interval.isClose(to: (0.1681803297062361, 0.6873262302663417)))
  }

  /// Ten trials of ten items each, with so many successes in each of them.
  private static func ownItems(successes: Int) -> ClusteredSample {
    ClusteredSample(
      (0..<10).flatMap { trial in
        (0..<10).map { item in
          .init(item: 10 * trial + item, trial: trial, value: item < successes ? 1 : 0)
        }
      })
  }

  @Test func nothingHasNoRate() { #expect(RateEstimate(ClusteredSample([])) == nil) }

  @Test(arguments: [(20, 0.3), (10, 0.5), (50, 0.9), (230, 0.6)])
  func wilsonsIntervalCoversTheTruth(count: Int, rate: Double) throws {
    var generator = SimulationGenerator(state: UInt64(count))
    var covered = 0
    for _ in 0..<1000 {
      let successes = (0..<count).count { _ in Double.random(in: 0..<1, using: &generator) < rate }
      let interval = ConfidenceInterval(
        wilsonForRate: Double(successes) / Double(count), of: Double(count))
      if interval.covers(rate) { covered += 1 }
    }
    #expect((930...985).contains(covered))
  }

  @Test func clusteredIntervalsCoverTheTruthWherePooledOnesDoNot() throws {
    var generator = SimulationGenerator(state: 11)
    var covered = 0
    var coveredByPooling = 0
    // Items are easy or hard and trials good or bad, each with even chances.
    let truth = 0.5
    for _ in 0..<400 {
      let items = (0..<25).map { _ in Bool.random(using: &generator) ? 0.3 : -0.3 }
      let trials = (0..<4).map { _ in Bool.random(using: &generator) ? 0.1 : -0.1 }
      let matrix = items.map { item in
        trials.map { trial in
          Double.random(in: 0..<1, using: &generator) < truth + item + trial ? 1.0 : 0.0
        }
      }
      let estimate = try #require(RateEstimate(ClusteredSample(matrices: [matrix])))
      let pooled = ConfidenceInterval(wilsonForRate: estimate.rate, of: Double(estimate.count))
      if estimate.interval.covers(truth) { covered += 1 }
      if pooled.covers(truth) { coveredByPooling += 1 }
    }
    #expect(covered >= 372)
    #expect(coveredByPooling < 340)
  }
}
