// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The shortest paths from all nodes to one, by Dijkstra's method, without allocating in a search.
package struct ShortestPaths: Sendable {
  /// The time from each node to the destination of the last search; infinite where there is no way.
  package private(set) var distance: [Double]
  /// The first link of each node's path, or nil at the destination and where there is no way.
  package private(set) var nextLink: [Int?]
  /// The time that each link takes; at first the free time.
  package var linkTimes: [Double]

  private let starts: [Int]
  private let ends: [Int]
  private var isSettled: [Bool]

  /// Creates the search with free times.
  package init(_ network: RoadNetwork) {
    distance = [Double](repeating: .infinity, count: network.nodes.count)
    nextLink = [Int?](repeating: nil, count: network.nodes.count)
    isSettled = [Bool](repeating: false, count: network.nodes.count)
    linkTimes = network.links.map(\.freeTime)
    starts = network.links.map(\.start)
    ends = network.links.map(\.end)
  }

  /// Finds the paths to a destination; of equally short ones those that are found first.
  ///
  /// - Parameter destination: A place in the list of nodes.
  /// - Complexity: O(*n* · (*n* + *m*)) in nodes and links.
  package mutating func search(to destination: Int) {
    for node in distance.indices {
      distance[node] = .infinity
      nextLink[node] = nil
      isSettled[node] = false
    }
    distance[destination] = 0
    while let node = nearestOpenNode() {
      isSettled[node] = true
      for link in ends.indices where ends[link] == node {
        let start = starts[link]
        let time = distance[node] + linkTimes[link]
        guard time < distance[start] else { continue }
        distance[start] = time
        nextLink[start] = link
      }
    }
  }

  private func nearestOpenNode() -> Int? {
    var nearest: Int?
    for node in distance.indices where !isSettled[node] && distance[node].isFinite {
      if let best = nearest, distance[best] <= distance[node] { continue }
      nearest = node
    }
    return nearest
  }
}
