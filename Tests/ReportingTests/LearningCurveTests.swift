// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing
import TrialRecords

struct LearningCurveTests {
  private func point(_ index: Int, _ score: Double?, isHit: Bool = false) -> ProgressPoint {
    ProgressPoint(
      step: index, evaluations: index + 1, calls: 2 * index, tokens: 10 * index, score: score,
      outcome: isHit ? .correct : .incorrect)
  }

  private var trials: [[ProgressPoint]] {
    [
      [point(0, -4), point(1, nil), point(2, -1)],
      [point(0, -2), point(1, -3)],
      [point(0, -6), point(1, -5), point(2, -9), point(3, 0, isHit: true)],
    ]
  }

  @Test func theBestSoFarNeverGetsWorseAndEndedTrialsKeepIt() {
    let curve = LearningCurve(trials, over: .evaluation, of: .best)
    #expect(curve.points.map(\.spent) == [1, 2, 3, 4])
    #expect(curve.points.map(\.mean) == [-4, -11.0 / 3, -8.0 / 3, -1])
    #expect(curve.points.map(\.median) == [-4, -4, -2, -1])
    #expect(curve.points.allSatisfy { $0.missing == 0 && $0.count == 3 })
  }

  @Test func theCurrentScoreIsMissingWhereItIsNotFinite() {
    let curve = LearningCurve(trials, over: .step, of: .current)
    #expect(curve.points.map(\.mean) == [-4, -4, -13.0 / 3, -4.0 / 3])
    #expect(curve.points.map(\.missing) == [0, 1, 0, 0])
    #expect(curve.point(at: 100)?.spent == 3)
    #expect(curve.point(at: -1) == nil)
  }

  @Test func successIsCountedFromTheFirstHit() throws {
    let curve = LearningCurve(trials, over: .call, of: .success)
    #expect(curve.points.map(\.spent) == [0, 2, 4, 6])
    #expect(curve.points.map(\.mean) == [0, 0, 0, 1.0 / 3])
    // Wilson's interval of one of three, from statsmodels.
    let interval = try #require(curve.points.last?.interval)
    #expect(abs(interval.lower - 0.0614919447) < 1e-9)
    #expect(abs(interval.upper - 0.7923403992) < 1e-9)
  }

  @Test func bandsAreStudentsIntervals() throws {
    // Mean -4 and standard error 2 / sqrt 3, with 4.302652729911275 as quantile for 2 degrees.
    let first = try #require(LearningCurve(trials, over: .token, of: .current).points.first)
    let reach = 4.302652729911275 * 2 / 3.0.squareRoot()
    #expect(abs(try #require(first.interval).lower - (-4 - reach)) < 1e-9)
    #expect(abs(try #require(first.standardError) - 2 / 3.0.squareRoot()) < 1e-12)
  }

  @Test func longCurvesAreThinnedToTheirEnds() {
    let trial = (0..<5000).map { point($0, Double($0)) }
    let curve = LearningCurve([trial], over: .step, of: .best)
    #expect(curve.points.count == LearningCurve.resolution)
    #expect(curve.points.first?.spent == 0)
    #expect(curve.points.last?.spent == 4999)
  }

  @Test func profilesAreThoseOfTheirDefinitions() {
    let times = ConvergenceTimes(
      optimizers: ["a", "b"], queries: [[1, 4, nil, 10], [2, 2, nil, nil]], tolerance: 0.1)
    #expect(times.instanceCount == 4)
    #expect(times.dataProfiles[0].map(\.queries) == [1, 4, 10])
    #expect(times.dataProfiles[0].map(\.share) == [0.25, 0.5, 0.75])
    #expect(times.dataProfiles[1].map(\.queries) == [2])
    #expect(times.dataProfiles[1].map(\.share) == [0.5])
    // Ratios to the fastest are 1, 2, none, 1 and 2, 1, none, none.
    #expect(times.performanceProfiles[0].map(\.ratio) == [1, 2])
    #expect(times.performanceProfiles[0].map(\.share) == [0.5, 0.75])
    #expect(times.performanceProfiles[1].map(\.share) == [0.25, 0.5])
  }

  @Test func convergenceIsMeasuredFromTheFirstToTheBestOfAll() throws {
    let table = try #require(Report(SyntheticResults.searches().results).tables.first)
    let times = try #require(ConvergenceTimes(table, tolerance: 0.1))
    #expect(times.optimizers == ["noop", "random"])
    // On one of nine instances nobody improved.
    #expect(times.instanceCount == 8)
    #expect(times.queries[0].allSatisfy { $0 == nil })
    #expect(times.queries[1].allSatisfy { $0 == 3 })
  }

  @Test func validatedStatesAreTheCurveOfAPass() throws {
    var made = SyntheticResults()
    made.add("navigate", "opro", initial: "10", selected: "11")
    made.validate("1100")
    let table = try #require(Report(made.results).tables.first)
    let curve = LearningCurve(table.tasks[0].rows[0].progress, over: .step, of: .best)
    #expect(curve.points.map(\.mean) == [0.5])
  }
}
