// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What drivers think of each link on the way to each destination (dynamic user optimum).
struct RouteChoice {
  /// Steps between two looks at the speeds on links, unless routes are updated more often.
  private static let observationSteps = 5
  /// How much a new look counts beside what was thought before.
  private static let weight = 0.5

  private let linkCount: Int
  /// One preference for each destination and link, all links of a destination together.
  private var preferences: [Double]
  private var isKnown: [Bool]
  let destinations: [Int]
  var paths: ShortestPaths

  init(_ network: RoadNetwork) {
    linkCount = network.links.count
    preferences = [Double](repeating: 0, count: network.nodes.count * network.links.count)
    isKnown = [Bool](repeating: false, count: network.nodes.count)
    destinations = network.demand.terminals
    paths = ShortestPaths(network)
  }

  /// Steps between two looks at the speeds on links.
  func observationInterval(_ routeSteps: Int) -> Int { min(Self.observationSteps, routeSteps) }

  /// How much a link is liked on the way to a destination, from 0 to 1.
  func preference(for link: Int, to destination: Int) -> Double {
    preferences[destination * linkCount + link]
  }

  /// Moves the preferences for one destination towards the links of the shortest paths.
  mutating func learn(to destination: Int) {
    paths.search(to: destination)
    let weight = isKnown[destination] ? Self.weight : 1
    isKnown[destination] = true
    for link in 0..<linkCount { preferences[destination * linkCount + link] *= 1 - weight }
    for case let link? in paths.nextLink { preferences[destination * linkCount + link] += weight }
  }
}
