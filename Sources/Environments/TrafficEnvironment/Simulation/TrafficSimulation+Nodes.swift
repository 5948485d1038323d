// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TrafficSimulation {
  /// Lets queued platoons of a node enter links, as many at most as there are links.
  mutating func depart(from node: Int) {
    for _ in nodes.outgoingPlaces(of: node) {
      let vehicle = Int(nodes.queueHead[node])
      guard vehicle >= 0 else { return }
      let link = nextLink(from: node, to: trips.destinations[vehicle])
      guard accepts(link) else { return }
      nodes.queueHead[node] = vehicles.behindInQueue[vehicle]
      if nodes.queueHead[node] < 0 { nodes.queueTail[node] = -1 }
      enter(vehicle, link, at: 0)
    }
  }

  /// Moves the platoons that wait at a node on to the links that they request, one to each link.
  mutating func transfer(at node: Int) {
    let count = gatherRequests(at: node)
    let requestedCount = gatherRequestedLinks(count)
    if draws != nil { shuffleRequestedLinks(requestedCount) }
    for place in 0..<requestedCount {
      let link = Int(requested[place])
      guard accepts(link), let incoming = choose(for: link, at: node, among: count) else {
        continue
      }
      move(from: incoming, to: link)
    }
    for place in nodes.incomingPlaces(of: node) {
      let link = Int(nodes.incoming[place])
      links.request[link] = -1
      finishFirst(of: link)
    }
  }

  /// Whether a link has room and allowance for one more platoon.
  private func accepts(_ link: Int) -> Bool {
    let last = Int(links.last[link])
    let hasRoom = last < 0 || vehicles.position[last] > links.spacing[link]
    return hasRoom && links.entryAllowance[link] >= platoon
  }

  /// Puts a platoon behind the last one of a link.
  private mutating func enter(_ vehicle: Int, _ link: Int, at position: Double) {
    let last = links.last[link]
    vehicles.position[vehicle] = position
    vehicles.leader[vehicle] = last
    if last < 0 {
      links.first[link] = Int32(vehicle)
    } else {
      vehicles.follower[Int(last)] = Int32(vehicle)
    }
    links.last[link] = Int32(vehicle)
    links.entryAllowance[link] -= platoon
  }

  /// Takes the first platoon off a link.
  private mutating func removeFirst(of link: Int) {
    let vehicle = Int(links.first[link])
    let follower = vehicles.follower[vehicle]
    links.first[link] = follower
    if follower < 0 {
      links.last[link] = -1
    } else {
      vehicles.leader[Int(follower)] = -1
      vehicles.follower[vehicle] = -1
    }
  }

  private mutating func move(from incoming: Int, to link: Int) {
    let vehicle = Int(links.first[incoming])
    links.exitAllowance[incoming] -= platoon
    links.request[incoming] = -1
    removeFirst(of: incoming)
    var position =
      vehicles.leftover[vehicle] * links.freeSpeed[link] / links.freeSpeed[incoming]
    let last = Int(links.last[link])
    if last >= 0 {
      position = min(position, max(vehicles.oldPosition[last] - links.spacing[link], 0))
    }
    enter(vehicle, link, at: min(position, links.length[link]))
    vehicles.leftover[vehicle] = 0
    finishFirst(of: incoming)
  }

  /// Ends the trip of a link's first platoon when it waits for that.
  private mutating func finishFirst(of link: Int) {
    let vehicle = Int(links.first[link])
    guard vehicle >= 0, vehicles.waitsToFinish[vehicle] else { return }
    finish(link)
  }

  /// Ends the trip of a link's first platoon.
  mutating func finish(_ link: Int) {
    let vehicle = Int(links.first[link])
    vehicles.waitsToFinish[vehicle] = false
    vehicles.travelTime[vehicle] = Double(step - trips.departureSteps[vehicle]) * stepTime
    removeFirst(of: link)
  }
}

extension TrafficSimulation {
  /// Lists the links of a node whose first platoon requests another link, in the order of trips.
  ///
  /// - Returns: How many there are.
  private mutating func gatherRequests(at node: Int) -> Int {
    var count = 0
    for place in nodes.incomingPlaces(of: node) {
      let link = nodes.incoming[place]
      guard links.request[Int(link)] >= 0 else { continue }
      var gap = count
      while gap > 0, links.first[Int(requests[gap - 1])] > links.first[Int(link)] {
        requests[gap] = requests[gap - 1]
        gap -= 1
      }
      requests[gap] = link
      count += 1
    }
    return count
  }

  /// Lists the links that are requested, each once, in the order of the requests.
  private mutating func gatherRequestedLinks(_ requestCount: Int) -> Int {
    var count = 0
    for place in 0..<requestCount {
      let link = links.request[Int(requests[place])]
      var isNew = true
      for earlier in 0..<count where requested[earlier] == link { isNew = false }
      guard isNew else { continue }
      requested[count] = link
      count += 1
    }
    return count
  }

  private mutating func shuffleRequestedLinks(_ count: Int) {
    for last in stride(from: count - 1, through: 1, by: -1) {
      requested.swapAt(last, drawIndex(below: last + 1))
    }
  }

  /// The incoming link whose first platoon may enter `link` now, or nil when there is none.
  private mutating func choose(for link: Int, at node: Int, among requestCount: Int) -> Int? {
    let phase = UInt64(1) << UInt64(nodes.phase[node])
    let hasSignal = nodes.phaseCount(of: node) > 1
    var count = 0
    for place in 0..<requestCount {
      let incoming = Int(requests[place])
      guard links.request[incoming] == link, links.exitAllowance[incoming] >= platoon,
        !hasSignal || links.greenPhases[incoming] & phase != 0
      else { continue }
      candidates[count] = Int32(incoming)
      count += 1
    }
    guard count > 0 else { return nil }
    return Int(candidates[count == 1 ? 0 : mergingIndex(count)])
  }

  /// The candidate of the highest priority, or one drawn with the priorities as weights.
  private mutating func mergingIndex(_ count: Int) -> Int {
    guard draws != nil else {
      var best = 0
      for place in 1..<count
      where links.mergePriority[Int(candidates[place])]
        > links.mergePriority[Int(candidates[best])]
      {
        best = place
      }
      return best
    }
    var total = 0.0
    for place in 0..<count { total += links.mergePriority[Int(candidates[place])] }
    guard total > 0 else { return drawIndex(below: count) }
    var threshold = drawUnit() * total
    for place in 0..<count - 1 {
      threshold -= links.mergePriority[Int(candidates[place])]
      if threshold < 0 { return place }
    }
    return count - 1
  }

  private mutating func drawIndex(below count: Int) -> Int { Int(drawUnit() * Double(count)) }
}
