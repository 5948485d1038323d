// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import OPTO
import Testing
import Trace
import TrafficEnvironment

@Suite(.enabled(if: SharedReference.rule != nil, "the recorded reference values are not here"))
struct ProportionalTimingTests {
  @Test func greenTimesAreThoseOfThePublishedRule() throws {
    let records = try #require(SharedReference.read(SharedReference.rule).arrayValue)
    #expect(records.count == 3)
    let network = try BuiltInNetwork.intersection.load()
    for record in records {
      let seed = UInt32(try #require(record["demand_seed"]?.intValue))
      let flows = network.demand.flows(seed: seed, duration: network.duration)
      let times = ProportionalTiming(flows, on: network).greenTimes(at: 4)
      #expect(times == [record["EW"]?.intValue, record["NS"]?.intValue])
      let problem = SignalTimingProblem(
        .intersection, on: network, seed: Seed(rawValue: UInt64(seed) - 42))
      #expect(problem.referenceValues["EW_green"] == .integer(times[0]))
      #expect(problem.referenceValues["NS_green"] == .integer(times[1]))
    }
  }

  /// Twenty replications of the rule: UXsim's mean is 43.26 with a standard error of 1.82.
  @Test func drawnRunsOfTheRuleHaveTheRecordedMean() async throws {
    let json = try SharedReference.read(SharedReference.seeds)
    let recorded = try #require(json["mean_scats"]?.doubleValue)
    let error = try #require(json["se_scats"]?.doubleValue)
    let network = try BuiltInNetwork.intersection.load()
    var sum = 0.0
    for seed in 0..<20 {
      let problem = SignalTimingProblem(
        .intersection, on: network, seed: Seed(rawValue: UInt64(seed)))
      let evaluation = try await TraceOracle(problem)
        .evaluate(problem.example, with: problem.referenceValues)
      sum -= evaluation.assessment.score
    }
    #expect(abs(sum / 20 - recorded) < 2 * error)
  }
}
