// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import TrafficEnvironment

struct TravelDemandTests {
  private func trips(seed: UInt32, dropsRemainder: Bool) throws -> (TripTable, Double) {
    let network = try BuiltInNetwork.intersection.load()
    let flows = network.demand.flows(seed: seed, duration: network.duration)
    let vehicles = flows.reduce(0) { $0 + $1.rate * network.demand.slot }
    return (TripTable(flows, on: network, dropsRemainder: dropsRemainder), vehicles)
  }

  /// The counts that UXsim reports for the published demand.
  @Test(arguments: [(UInt32(42), 1456), (43, 1508), (44, 1487)])
  func droppedRemaindersHalveTheDemand(seed: UInt32, count: Int) throws {
    #expect(try trips(seed: seed, dropsRemainder: true).0.count == count)
  }

  @Test func keptRemaindersGiveTheStatedDemand() throws {
    let (table, vehicles) = try trips(seed: 42, dropsRemainder: false)
    #expect(abs(vehicles - 2995.333105740224) < 1e-6)
    // Each of the twelve pairs loses less than one vehicle at the very end.
    #expect(Double(table.count) > vehicles - 12 && Double(table.count) <= vehicles)
  }

  @Test func surgesAreAddedInTheirTimes() throws {
    let network = try BuiltInNetwork.intersection.load()
    let flows = network.demand.flows(seed: 42, duration: network.duration)
    let westToEast = flows.filter { $0.origin == 0 && $0.destination == 1 }
    #expect(westToEast.count == 300)
    #expect(westToEast[..<100].allSatisfy { $0.rate >= 0.25 && $0.rate < 0.5 })
    #expect(westToEast[100...].allSatisfy { $0.rate < 0.25 })
  }
}
