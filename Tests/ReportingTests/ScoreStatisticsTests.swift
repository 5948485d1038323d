// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import Reporting
import Testing

/// Expected values come from `Golden/make_statistics.py`, which asks SciPy and statsmodels.
struct ScoreStatisticsTests {
  private static let recorded: JSONValue = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/statistics.json")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return .null }
    return (try? JSONValue(parsing: text)) ?? .null
  }()

  private func set(_ kind: String, _ name: String) throws -> JSONValue {
    try #require(Self.recorded[kind]?[name])
  }

  private func number(_ value: JSONValue?) throws -> Double {
    switch value {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: try #require(nil as Double?)
    }
  }

  private func numbers(_ value: JSONValue?) throws -> [Double] {
    try #require(value?.arrayValue).map(number)
  }

  @Test(arguments: ["small", "ties", "skewed", "negative"])
  func statisticsAreThoseOfSciPyAndStatsmodels(name: String) throws {
    let data = try set("data", name)
    let first = try numbers(data["first"])
    let second = try numbers(data["second"])
    func expect(_ value: Double?, _ field: String, within tolerance: Double = 1e-9) throws {
      let expected = try number(data[field])
      #expect(abs(try #require(value) - expected) <= tolerance * max(1, abs(expected)), "\(field)")
    }
    let mean = try #require(MeanEstimate(first))
    try expect(mean.mean, "mean")
    try expect(mean.median, "median")
    try expect(mean.standardError, "standard_error")
    let differences = zip(first, second).map { $1 - $0 }
    let test = SignedRankTest(differences)
    try expect(test.positiveRanks, "positive_ranks")
    try expect(test.negativeRanks, "negative_ranks")
    try expect(test.pValue, "signed_rank_p")
    try expect(ProbabilityOfImprovement([(first, second)])?.value, "probability")
    try expect(InterquartileMean([first, second])?.value, "interquartile_mean")
    try expect(EffectSize.hedgesG(ofDifferences: differences), "hedges_g")
    let error = try #require(MeanEstimate(differences)?.standardError)
    // statsmodels also counts the rejections on the wrong side, which moves the sixth digit.
    let detectable = MinimumDetectableEffect.difference(standardError: error)
    try expect(detectable, "detectable", within: 1e-5)
  }

  @Test(arguments: ["some", "none", "all"])
  func expectedRunningTimeCountsQueriesOfMissedSearches(name: String) throws {
    let data = try set("running_times", name)
    let runs = try #require(data["runs"]?.arrayValue).map(numbers)
    let time = ExpectedRunningTime(runs.map { (Int($0[0]), $0[1] == 1) })
    if data["value"] == .null {
      #expect(time.value == nil)
    } else {
      #expect(abs(try #require(time.value) - number(data["value"])) < 1e-12)
    }
  }

  @Test(arguments: ["two", "three", "one"])
  func stratifiedIntervalsComeNearThoseOfAllResamples(name: String) throws {
    let data = try set("stratified", name)
    let tasks = try #require(data["tasks"]?.arrayValue).map(numbers)
    let expected = try numbers(data["interval"])
    let interval = try #require(InterquartileMean(tasks, resamples: 4000)?.interval)
    let width = expected[1] - expected[0]
    #expect(abs(interval.lower - expected[0]) < 0.06 * width)
    #expect(abs(interval.upper - expected[1]) < 0.06 * width)
  }

  @Test func anInfiniteDifferenceRanksAboveEveryOther() {
    let finite = SignedRankTest([1, 2, -3, 4])
    let infinite = SignedRankTest([1, 2, -3, .infinity, .nan, 0])
    #expect(finite == infinite)
    #expect(SignedRankTest([1, 2, 3, -.infinity]).negativeRanks == 4)
  }

  @Test func probabilitiesOfTasksCountAlikeAndTiesHalf() throws {
    let tasks: [(first: [Double], second: [Double])] = [
      ([1, 1, 1, 1], [2]), ([3], [3]), ([], [1]),
    ]
    let improvement = try #require(ProbabilityOfImprovement(tasks))
    #expect(improvement.value == 0.75)
    #expect(improvement.delta == 0.5)
    #expect(improvement.interval == ConfidenceInterval(lower: 0.75, upper: 0.75))
  }

  @Test func oneTrialHasNoInterval() throws {
    #expect(try #require(MeanEstimate([4])).interval == nil)
    #expect(try #require(InterquartileMean([[4], [5]])).interval == nil)
    #expect(MeanEstimate([]) == nil)
    #expect(InterquartileMean([[], []]) == nil)
    #expect(EffectSize.hedgesG(ofDifferences: [1]) == nil)
    #expect(EffectSize.hedgesG(ofDifferences: [1, 1]) == nil)
  }

  @Test(arguments: [(10, 0.86...0.96), (30, 0.91...0.97)])
  func bootstrapIntervalsOfMeansCoverTheTruth(count: Int, share: ClosedRange<Double>) throws {
    var generator = SimulationGenerator(state: UInt64(count))
    var covered = 0
    for _ in 0..<300 {
      // Sums of uniform numbers, with mean 1.5.
      let values = (0..<count).map { _ in
        (0..<3).reduce(0.0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
      }
      if try #require(MeanEstimate(values)?.interval).covers(1.5) { covered += 1 }
    }
    #expect(share.contains(Double(covered) / 300))
  }

  @Test func intervalsOfProbabilitiesCoverTheTruth() throws {
    var generator = SimulationGenerator(state: 3)
    var covered = 0
    for _ in 0..<200 {
      let first = (0..<15).map { _ in Double.random(in: 0..<1, using: &generator) }
      // The chance to exceed the first is 0.2 + 0.8 / 2.
      let second = (0..<15).map { _ in
        Double.random(in: 0..<1, using: &generator) < 0.2
          ? 2 : Double.random(in: 0..<1, using: &generator)
      }
      let improvement = ProbabilityOfImprovement([(first, second)], resamples: 300)
      if try #require(improvement?.interval).covers(0.6) { covered += 1 }
    }
    #expect((178...199).contains(covered))
  }
}
