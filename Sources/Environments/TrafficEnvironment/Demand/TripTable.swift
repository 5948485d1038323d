// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The trips of one simulation, column by column, in the order in which they are handled.
package struct TripTable: Sendable, Hashable {
  /// Where each trip begins, as a place in the list of nodes.
  package private(set) var origins: [Int] = []
  /// Where each trip ends, as a place in the list of nodes.
  package private(set) var destinations: [Int] = []
  /// The step at which each trip begins.
  package private(set) var departureSteps: [Int] = []

  /// The number of trips, each of one platoon.
  package var count: Int { origins.count }

  /// Turns flows into trips: one begins whenever the vehicles of a flow add up to a platoon.
  ///
  /// - Parameters:
  ///   - flows: The flows, pair by pair in the order of time.
  ///   - network: The network with its slots and steps.
  ///   - dropsRemainder: Whether the part of a platoon that is left at the end of a slot is lost,
  ///     as in the published experiments, which thereby see half of the demand that they state.
  /// - Complexity: O(*n* · *s*) in flows and steps of a slot.
  package init(_ flows: [TravelDemand.Flow], on network: RoadNetwork, dropsRemainder: Bool) {
    let step = network.stepTime
    let platoon = Double(network.platoonSize)
    var waiting = 0.0
    var pair: (Int, Int)?
    for flow in flows {
      let isSamePair = pair.map { $0 == (flow.origin, flow.destination) } ?? false
      if dropsRemainder || !isSamePair { waiting = 0 }
      pair = (flow.origin, flow.destination)
      let end = flow.start + network.demand.slot
      for time in Int(flow.start / step)..<Int(end / step) {
        waiting += flow.rate * step
        while waiting >= platoon {
          append(flow, at: time)
          waiting -= platoon
        }
      }
    }
  }

  private mutating func append(_ flow: TravelDemand.Flow, at step: Int) {
    origins.append(flow.origin)
    destinations.append(flow.destination)
    departureSteps.append(step)
  }
}
