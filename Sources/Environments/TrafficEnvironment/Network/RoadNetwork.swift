// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Roads with signals, who travels on them, and how long they are watched.
///
/// All roads have one lane; times are seconds, lengths metres, speeds metres a second, densities
/// vehicles a metre and flows vehicles a second.
package struct RoadNetwork: Sendable, Hashable {
  /// A place where links meet, trips begin or trips end.
  package struct Node: Sendable, Hashable {
    /// The name, unique in its network.
    package let name: String
    /// The phases of the signal in their order; empty without a signal.
    package let phases: [String]
  }

  /// A road from one node to another.
  package struct Link: Sendable, Hashable {
    /// Where it begins, as a place in the list of nodes.
    package let start: Int
    /// Where it ends, as a place in the list of nodes.
    package let end: Int
    /// The length.
    package let length: Double
    /// The speed of a vehicle with nothing ahead.
    package let freeSpeed: Double
    /// The density of vehicles at a standstill.
    package let jamDensity: Double
    /// The share of this link where links merge.
    package let mergePriority: Double
    /// The phases of the signal at its end that let vehicles pass, as places in the list of phases.
    package let greenPhases: Set<Int>

    /// The time that a vehicle with nothing ahead takes.
    package var freeTime: Double { length / freeSpeed }
  }

  /// What a signal's green times may be, in whole seconds.
  package struct GreenTimes: Sendable, Hashable {
    /// The least and the greatest.
    package let bounds: ClosedRange<Int>
    /// With what every trial begins.
    package let start: Int
  }

  /// The name of the network.
  package let name: String
  /// How long the network is watched.
  package let duration: Double
  /// How many vehicles move together.
  package let platoonSize: Int
  /// The time after which a driver answers to the vehicle ahead.
  package let reactionTime: Double
  /// The time between two looks for better routes.
  package let routeUpdateInterval: Double
  /// What green times may be.
  package let greenTimes: GreenTimes
  /// The nodes; signals and trips are handled in this order.
  package let nodes: [Node]
  /// The links; each pair of nodes has at most one in each direction.
  package let links: [Link]
  /// Who travels.
  package let demand: TravelDemand

  /// The time of one step of the simulation.
  package var stepTime: Double { Double(platoonSize) * reactionTime }

  /// The number of steps of one simulation.
  package var stepCount: Int { Int(duration / stepTime) }

  /// The nodes with signals, as places in the list of nodes.
  package var signals: [Int] { nodes.indices.filter { !nodes[$0].phases.isEmpty } }
}
