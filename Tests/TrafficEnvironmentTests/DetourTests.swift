// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import TrafficEnvironment

/// A network with two signals, merges of unlike priority and several ways to each destination,
/// compared with UXsim's deterministic mode trip by trip.
struct DetourTests {
  private func run(_ record: JSONValue, randomness: TrafficRandomness) throws -> [Double?] {
    let platoon = try #require(record["platoonSize"]?.intValue)
    let reaction = try #require(record["reactionTime"]?.doubleValue)
    let text = try Fixture.text("detour")
      .replacing("\"platoonSize\": 1", with: "\"platoonSize\": \(platoon)")
      .replacing("\"reactionTime\": 1", with: "\"reactionTime\": \(reaction)")
    let network = try RoadNetwork(parsing: text, named: "detour.json")
    let flows = network.demand.flows(seed: 1, duration: network.duration)
    let trips = TripTable(flows, on: network, dropsRemainder: true)
    var simulation = TrafficSimulation(
      network, trips: trips, greenTimes: [[], [], [20, 15, 10], [], [25, 18], []],
      randomness: randomness)
    return simulation.run()
  }

  @Test(arguments: 0..<4)
  func everyTripTakesTheTimeThatUXsimGives(index: Int) throws {
    let runs = try #require(JSONValue(parsing: Fixture.text("detour_uxsim"))["runs"]?.arrayValue)
    let expected = try #require(runs[index]["travelTimes"]?.arrayValue).map(\.doubleValue)
    let times = try run(runs[index], randomness: .deterministic)
    #expect(times.count == expected.count)
    for (trip, (time, expected)) in zip(times, expected).enumerated() {
      let difference = try abs(#require(time) - #require(expected))
      #expect(difference <= 1e-9, "trip \(trip)")
    }
  }

  @Test func drawnTurnsDependOnTheSeedAndOnNothingElse() throws {
    let runs = try #require(JSONValue(parsing: Fixture.text("detour_uxsim"))["runs"]?.arrayValue)
    let first = try run(runs[0], randomness: .seeded(1))
    #expect(try run(runs[0], randomness: .seeded(1)) == first)
    #expect(try run(runs[0], randomness: .seeded(2)) != first)
    #expect(first.allSatisfy { $0 != nil })
  }
}
