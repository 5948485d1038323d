// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TrafficSimulation {
  /// Looks at the mean speed on each link; a standstill counts as a hundredth of the free speed.
  mutating func observeTravelTimes() {
    for link in links.first.indices {
      var sum = 0.0
      var count = 0
      var vehicle = Int(links.first[link])
      while vehicle >= 0 {
        sum += (vehicles.position[vehicle] - vehicles.oldPosition[vehicle]) / stepTime
        count += 1
        vehicle = Int(vehicles.follower[vehicle])
      }
      let free = links.freeSpeed[link]
      let speed = count == 0 ? free : sum / Double(count)
      links.travelTime[link] = links.length[link] / (speed > 0 ? speed : free / 100)
    }
  }

  /// Updates what drivers think of routes; when turns are drawn, times are off by up to a hundredth.
  mutating func updateRoutes() {
    for link in links.travelTime.indices {
      let noise = draws == nil ? 1 : 1 + 0.01 * drawUnit()
      routes.paths.linkTimes[link] = links.travelTime[link] * noise
    }
    for destination in routes.destinations { routes.learn(to: destination) }
  }

  /// The link that a driver takes from a node: the first of the most preferred, or one drawn with
  /// the preferences as weights.
  mutating func nextLink(from node: Int, to destination: Int) -> Int {
    let places = nodes.outgoingPlaces(of: node)
    guard places.count > 1 else { return Int(nodes.outgoing[places.lowerBound]) }
    var best = Int(nodes.outgoing[places.lowerBound])
    var total = 0.0
    var greatest = -1.0
    for place in places {
      let link = Int(nodes.outgoing[place])
      let preference = routes.preference(for: link, to: destination)
      total += preference
      if preference > greatest {
        greatest = preference
        best = link
      }
    }
    guard draws != nil, total > greatest else { return best }
    var threshold = drawUnit() * total
    for place in places {
      let link = Int(nodes.outgoing[place])
      threshold -= routes.preference(for: link, to: destination)
      if threshold < 0 { return link }
    }
    return best
  }
}
