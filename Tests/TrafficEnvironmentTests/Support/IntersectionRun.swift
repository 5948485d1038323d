// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrafficEnvironment

/// One simulation of the paper's intersection.
struct IntersectionRun {
  let network: RoadNetwork
  let trips: TripTable
  let travelTimes: [Double?]

  init(
    demandSeed: UInt32, eastWest: Double, northSouth: Double,
    randomness: TrafficRandomness = .deterministic
  ) throws {
    network = try BuiltInNetwork.intersection.load()
    let flows = network.demand.flows(seed: demandSeed, duration: network.duration)
    trips = TripTable(flows, on: network, dropsRemainder: true)
    var simulation = TrafficSimulation(
      network, trips: trips, greenTimes: [[], [], [], [], [eastWest, northSouth]],
      randomness: randomness)
    travelTimes = simulation.run()
  }

  func report(publishedImputation: Bool = true) -> TrafficReport {
    TrafficReport(
      travelTimes, of: trips, on: network, publishedImputation: publishedImputation)
  }
}
