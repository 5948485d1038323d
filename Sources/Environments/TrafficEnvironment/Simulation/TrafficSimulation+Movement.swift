// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TrafficSimulation {
  /// Moves all platoons at once.
  ///
  /// Each goes on freely, or up to one spacing behind where the platoon ahead was. Those that reach
  /// the end of their link finish or request the next link.
  mutating func moveVehicles() {
    for link in links.first.indices {
      moveVehicles(of: link)
      settleArrivals(at: link)
    }
  }

  private mutating func moveVehicles(of link: Int) {
    let reach = links.freeSpeed[link] * stepTime
    let length = links.length[link]
    let spacing = links.spacing[link]
    var ahead = Double.infinity
    var vehicle = Int(links.first[link])
    while vehicle >= 0 {
      let position = vehicles.position[vehicle]
      var next = min(position + reach, max(ahead - spacing, position))
      if next > length {
        vehicles.leftover[vehicle] = next - length
        next = length
      }
      vehicles.oldPosition[vehicle] = position
      vehicles.position[vehicle] = next
      ahead = position
      vehicle = Int(vehicles.follower[vehicle])
    }
  }

  /// Only platoons at the very end of a link have arrived; with any spacing that is the first one,
  /// and others only on a link that is shorter than the spacing.
  private mutating func settleArrivals(at link: Int) {
    let node = Int(links.end[link])
    var vehicle = Int(links.first[link])
    while vehicle >= 0, vehicles.position[vehicle] == links.length[link] {
      let behind = Int(vehicles.follower[vehicle])
      let isFirst = links.first[link] == vehicle
      if trips.destinations[vehicle] == node {
        if isFirst { finish(link) } else { vehicles.waitsToFinish[vehicle] = true }
      } else if isFirst {
        links.request[link] = Int32(nextLink(from: node, to: trips.destinations[vehicle]))
      }
      vehicle = behind
    }
  }
}
