// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Testing
import TrafficEnvironment

/// Compares with runs of UXsim that were recorded in its deterministic mode.
@Suite(.enabled(if: SharedReference.runs != nil, "the recorded reference values are not here"))
struct RecordedRunTests {
  @Test func everyTripTakesItsRecordedTime() throws {
    let json = try SharedReference.read(SharedReference.trips)
    let recorded = try #require(json["vehicles"]?.arrayValue)
    let run = try IntersectionRun(demandSeed: 42, eastWest: 35, northSouth: 30)
    try #require(run.trips.count == recorded.count)
    for (trip, record) in recorded.enumerated() {
      let fields = try #require(record.arrayValue)
      #expect(run.network.nodes[run.trips.origins[trip]].name == fields[0].stringValue)
      #expect(run.network.nodes[run.trips.destinations[trip]].name == fields[1].stringValue)
      #expect(run.trips.departureSteps[trip] == fields[2].intValue)
      #expect(run.travelTimes[trip] == fields[3].doubleValue, "trip \(trip)")
    }
  }

  @Test func flowsAreTheRecordedOnes() throws {
    let json = try SharedReference.read(SharedReference.trips)
    let network = try BuiltInNetwork.intersection.load()
    let flows = network.demand.flows(seed: 42, duration: network.duration)
    #expect(flows.count == json["n_flows"]?.intValue)
    let sum = flows.reduce(0) { $0 + $1.rate }
    #expect(abs(sum - (try #require(json["flow_sum"]?.doubleValue))) < 1e-9)
    for (flow, record) in zip(flows, try #require(json["flow_first_10"]?.arrayValue)) {
      #expect(flow.rate == record.arrayValue?.last?.doubleValue)
    }
  }

  @Test func deterministicRunsHaveTheRecordedReports() throws {
    let json = try SharedReference.read(SharedReference.runs)
    let runs = try #require(json["runs"]?.arrayValue)
      .filter { $0["mode"]?.stringValue == "hard_deterministic" }
    #expect(runs.count == 10)
    for record in runs {
      let recorded = RecordedRun(record)
      let run = try IntersectionRun(
        demandSeed: UInt32(recorded.number("demand_seed")), eastWest: recorded.number("EW"),
        northSouth: recorded.number("NS"))
      let report = run.report()
      #expect(Double(report.attempted) == recorded.number("attempted"))
      #expect(Double(report.completed) == recorded.number("completed"))
      #expect(recorded.isClose(report.averageDelay, "average_delay_completed"))
      #expect(recorded.isClose(report.estimatedDelay, "best_case_estimated_delay"))
      #expect(recorded.isClose(report.score, "overall_score"))
      let repaired = run.report(publishedImputation: false)
      let corrected = RecordedRun(try #require(record["corrected_imputation"]))
      #expect(corrected.isClose(repaired.estimatedDelay, "best"))
      #expect(corrected.isClose(repaired.score, "score"))
      for pair in report.pairs {
        let lost = try #require(record["od"]?[pair.name]?["time_lost_per_vehicle"]?.doubleValue)
        #expect(abs(pair.lostPerVehicle - lost) <= 1e-9)
      }
    }
  }

  @Test(arguments: ["42", "43", "44"])
  func theGridOfGreenTimesIsTheRecordedOne(seed: String) throws {
    let json = try SharedReference.read(SharedReference.grid)
    let grid = try #require(json["seeds"]?[seed]?["grid5"]?.members)
    #expect(grid.count == 256)
    for (index, member) in grid.enumerated() where index % 15 == 0 {
      let times = member.name.split(separator: ",").compactMap { Double($0) }
      let run = try IntersectionRun(
        demandSeed: try #require(UInt32(seed)), eastWest: times[0], northSouth: times[1])
      let score = try #require(member.value.doubleValue)
      #expect(abs(run.report().score - score) < 1e-4, "\(member.name)")
    }
  }

  /// Drawn turns and merges are not UXsim's, so that only the distribution can agree: the mean of
  /// twenty demands is within two standard errors of the recorded one.
  @Test func drawnRunsHaveTheRecordedMean() throws {
    let json = try SharedReference.read(SharedReference.seeds)
    let recorded = try #require(json["mean_15_15"]?.doubleValue)
    let error = try #require(json["se_15_15"]?.doubleValue)
    let scores = try (UInt32(42)..<62).map { seed in
      try IntersectionRun(
        demandSeed: seed, eastWest: 15, northSouth: 15, randomness: .seeded(seed)
      ).report().score
    }
    let mean = scores.reduce(0, +) / 20
    #expect(abs(mean - recorded) < 2 * error)
    let singles = try #require(json["score_15_15"]?.arrayValue).compactMap(\.doubleValue)
    for (score, single) in zip(scores, singles) { #expect(abs(score - single) < 0.1 * single) }
  }
}

private struct RecordedRun {
  let json: JSONValue

  init(_ json: JSONValue) { self.json = json }

  func number(_ name: String) -> Double { json[name]?.doubleValue ?? .nan }

  func isClose(_ value: Double?, _ name: String) -> Bool {
    guard let value else { return false }
    return abs(value - number(name)) <= 1e-9
  }
}
