// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The reference policy of the paper: green times in proportion to demand, after the adaptive
/// traffic system SCATS (Cheng, Nie and Swaminathan, 2024, appendix C.3).
///
/// The cycle of a signal is as long as it takes until 60 vehicles come by at the mean demand of one
/// slot; the phases share it in proportion to their demand, in whole seconds, the remainder going
/// to the greatest. Demand is counted where trips pass a signal on their shortest way.
package struct ProportionalTiming: Sendable {
  private static let queueLimit = 60.0

  private let network: RoadNetwork
  /// Vehicles a second, summed over slots, for each node and phase.
  private var demand: [[Double]]

  /// Counts the demand at each signal.
  ///
  /// - Parameters:
  ///   - flows: The flows of all slots.
  ///   - network: The network.
  /// - Complexity: O(*n* · *m*) in flows and links of a path.
  package init(_ flows: [TravelDemand.Flow], on network: RoadNetwork) {
    self.network = network
    demand = network.nodes.map { [Double](repeating: 0, count: $0.phases.count) }
    var paths = ShortestPaths(network)
    for destination in network.demand.terminals {
      paths.search(to: destination)
      for flow in flows where flow.destination == destination {
        var node = flow.origin
        while let link = paths.nextLink[node] {
          node = network.links[link].end
          for phase in network.links[link].greenPhases { demand[node][phase] += flow.rate }
        }
      }
    }
  }

  /// The seconds of each phase of a signal, within the bounds of the network.
  ///
  /// - Parameter node: The signal, as a place in the list of nodes.
  /// - Returns: One time for each phase.
  package func greenTimes(at node: Int) -> [Int] {
    let bounds = network.greenTimes.bounds
    let total = demand[node].reduce(0, +)
    guard total > 0 else { return demand[node].map { _ in bounds.lowerBound } }
    let slots = network.duration / network.demand.slot
    let cycle = (Self.queueLimit / (total / slots)).rounded(.down)
    var times = demand[node].map { ($0 / total * cycle).rounded(.down) }
    if let greatest = demand[node].indices.max(by: { demand[node][$0] < demand[node][$1] }) {
      times[greatest] += cycle - times.reduce(0, +)
    }
    return times.map { min(bounds.upperBound, max(bounds.lowerBound, Int($0))) }
  }
}
