// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A network with the trips of one replication, ready to be simulated with any green times.
struct TrafficScenario: Sendable {
  /// One green time that can be chosen.
  struct Timing: Sendable {
    /// The name of the parameter, such as `EW_green`; with several signals `C11_EW_green`.
    let name: String
    let signal: String
    let phase: String
  }

  let network: RoadNetwork
  /// The green times that can be chosen, in the order of signals and phases.
  let timings: [Timing]
  private let flows: [TravelDemand.Flow]
  private let trips: TripTable
  private let randomness: TrafficRandomness

  init(
    _ network: RoadNetwork, seed: UInt32, dropsRemainder: Bool, randomness: TrafficRandomness
  ) {
    self.network = network
    self.randomness = randomness
    flows = network.demand.flows(seed: seed, duration: network.duration)
    trips = TripTable(flows, on: network, dropsRemainder: dropsRemainder)
    let hasOneSignal = network.signals.count == 1
    timings = network.signals.flatMap { signal in
      let node = network.nodes[signal]
      return node.phases.map { phase in
        Timing(
          name: hasOneSignal ? "\(phase)_green" : "\(node.name)_\(phase)_green",
          signal: node.name, phase: phase)
      }
    }
  }

  /// Simulates the traffic with the given seconds of each timing.
  func report(_ times: [Double], publishedImputation: Bool) -> TrafficReport {
    var rest = times[...]
    let plan = network.nodes.map { node in
      defer { rest = rest.dropFirst(node.phases.count) }
      return Array(rest.prefix(node.phases.count))
    }
    var simulation = TrafficSimulation(
      network, trips: trips, greenTimes: plan, randomness: randomness)
    return TrafficReport(
      simulation.run(), of: trips, on: network, publishedImputation: publishedImputation)
  }

  /// The green times of the reference policy, one for each timing.
  var proportionalTimes: [Int] {
    let rule = ProportionalTiming(flows, on: network)
    return network.signals.flatMap { rule.greenTimes(at: $0) }
  }
}
