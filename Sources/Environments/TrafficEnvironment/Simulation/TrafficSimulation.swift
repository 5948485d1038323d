// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Moves platoons of vehicles through a network by the X model of UXsim (Seo, 2025): Newell's
/// simplified car following, links with capacities, and nodes with signals and merges.
///
/// All state is kept in arrays that are made once, so that a step allocates nothing.
package struct TrafficSimulation {
  let trips: TripTable
  let stepTime: Double
  let stepCount: Int
  let platoon: Double
  let routeSteps: Int
  /// The trips in the order in which they begin.
  let schedule: [Int32]

  var vehicles: VehicleColumns
  var links: LinkColumns
  var nodes: NodeColumns
  var routes: RouteChoice
  var draws: MersenneTwister?
  var step = 0
  private var nextScheduled = 0
  /// Room for the requests of one node.
  var requests: [Int32]
  /// Room for the links that are requested at one node.
  var requested: [Int32]
  /// Room for the platoons among which one is chosen.
  var candidates: [Int32]

  /// Prepares a simulation.
  ///
  /// - Parameters:
  ///   - network: The roads.
  ///   - trips: The trips on these roads.
  ///   - greenTimes: For each node the seconds of each phase, none for a node without signal.
  ///   - randomness: What is drawn.
  package init(
    _ network: RoadNetwork, trips: TripTable, greenTimes: [[Double]],
    randomness: TrafficRandomness
  ) {
    precondition(
      zip(network.nodes, greenTimes).allSatisfy { $0.phases.count == $1.count }
        && network.nodes.count == greenTimes.count,
      "each phase of each signal has a green time")
    self.trips = trips
    stepTime = network.stepTime
    stepCount = network.stepCount
    platoon = Double(network.platoonSize)
    routeSteps = max(1, Int(network.routeUpdateInterval / network.stepTime))
    let order = (0..<trips.count).sorted {
      (trips.departureSteps[$0], $0) < (trips.departureSteps[$1], $1)
    }
    schedule = order.map { Int32($0) }
    vehicles = VehicleColumns(count: trips.count)
    links = LinkColumns(network)
    nodes = NodeColumns(network, greenTimes: greenTimes)
    routes = RouteChoice(network)
    if case .seeded(let seed) = randomness { draws = MersenneTwister(seed: seed) }
    requests = [Int32](repeating: -1, count: network.links.count)
    requested = requests
    candidates = requests
  }

  /// Runs all steps and returns the time that each trip took, or nil where it was not finished.
  ///
  /// - Returns: One time for each trip, waiting at its origin included.
  /// - Complexity: O(*s* · (*v* + *n*)) in steps, vehicles under way and nodes.
  package mutating func run() -> [Double?] {
    while step < stepCount { advance() }
    return vehicles.travelTime.map { $0 < 0 ? nil : $0 }
  }

  private mutating func advance() {
    growAllowances()
    if step % routes.observationInterval(routeSteps) == 0 { observeTravelTimes() }
    for node in nodes.phase.indices {
      depart(from: node)
      switchSignal(at: node)
    }
    for node in nodes.phase.indices { transfer(at: node) }
    moveVehicles()
    releaseScheduledTrips()
    if step % routeSteps == 0 { updateRoutes() }
    step += 1
  }

  private mutating func growAllowances() {
    for link in links.first.indices {
      if links.exitAllowance[link] < platoon {
        links.exitAllowance[link] += links.allowanceGain[link]
      }
      if links.entryAllowance[link] < platoon {
        links.entryAllowance[link] += links.allowanceGain[link]
      }
    }
  }

  /// A phase lasts one step longer than its green time, as in the original.
  private mutating func switchSignal(at node: Int) {
    let count = nodes.phaseCount(of: node)
    guard count > 0 else { return }
    if nodes.elapsed[node] > nodes.greenTimes[nodes.phaseStart[node] + nodes.phase[node]] {
      nodes.phase[node] = (nodes.phase[node] + 1) % count
      nodes.elapsed[node] = 0
    }
    nodes.elapsed[node] += stepTime
  }

  /// Trips that begin now join the queue of their origin.
  private mutating func releaseScheduledTrips() {
    while nextScheduled < schedule.count,
      trips.departureSteps[Int(schedule[nextScheduled])] <= step
    {
      let vehicle = schedule[nextScheduled]
      nextScheduled += 1
      let node = trips.origins[Int(vehicle)]
      let tail = nodes.queueTail[node]
      if tail < 0 {
        nodes.queueHead[node] = vehicle
      } else {
        vehicles.behindInQueue[Int(tail)] = vehicle
      }
      nodes.queueTail[node] = vehicle
    }
  }

  /// A uniform number of at least 0 and less than 1, or 0 when nothing is drawn.
  mutating func drawUnit() -> Double { draws?.unit() ?? 0 }
}
