// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Counts the trips between two terminals.
struct PairTally {
  let origin: Int
  let destination: Int
  /// The time of the free way.
  let freeTime: Double
  /// Platoons that set out.
  var attempted = 0
  /// Platoons that arrived.
  var completed = 0
  /// Seconds lost by those that arrived.
  var delay = 0.0
  /// The time of the slowest that arrived.
  var slowest: Double?

  /// Counts all trips; pairs come in the order of their first trips.
  static func tallies(
    of travelTimes: [Double?], _ trips: TripTable, _ network: RoadNetwork
  ) -> [PairTally] {
    let count = network.nodes.count
    var places = [Int](repeating: -1, count: count * count)
    var tallies: [PairTally] = []
    var paths = ShortestPaths(network)
    for (trip, travelTime) in travelTimes.enumerated() {
      let (origin, destination) = (trips.origins[trip], trips.destinations[trip])
      let key = origin * count + destination
      if places[key] < 0 {
        paths.search(to: destination)
        places[key] = tallies.count
        tallies.append(
          PairTally(
            origin: origin, destination: destination, freeTime: paths.distance[origin]))
      }
      tallies[places[key]].add(travelTime)
    }
    return tallies
  }

  private mutating func add(_ travelTime: Double?) {
    attempted += 1
    guard let travelTime else { return }
    completed += 1
    delay += travelTime - freeTime
    slowest = max(slowest ?? travelTime, travelTime)
  }

  /// Seconds lost by all vehicles, where those that are not counted as arrived are given one second
  /// more than the slowest that arrived, or the whole duration when none did.
  func lost(counting arrived: Int, platoonSize: Int, duration: Double) -> Double {
    let missing = Double(attempted * platoonSize - arrived)
    return delay * Double(platoonSize) + ((slowest ?? duration) + 1 - freeTime) * missing
  }

  func name(on network: RoadNetwork) -> String {
    "\(network.nodes[origin].name)->\(network.nodes[destination].name)"
  }
}
