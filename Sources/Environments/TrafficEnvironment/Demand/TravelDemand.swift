// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A random demand between terminals with surges at known times.
package struct TravelDemand: Sendable, Hashable {
  /// More demand between two terminals for some time.
  package struct Surge: Sendable, Hashable {
    /// Where trips begin, as a place in the list of nodes.
    package let origin: Int
    /// Where trips end, as a place in the list of nodes.
    package let destination: Int
    /// When it begins.
    package let start: Double
    /// When it ends.
    package let end: Double
    /// The flow that it adds.
    package let flow: Double
  }

  /// A flow between two terminals over one slot.
  package struct Flow: Sendable, Hashable {
    /// Where trips begin, as a place in the list of nodes.
    package let origin: Int
    /// Where trips end, as a place in the list of nodes.
    package let destination: Int
    /// When the slot begins.
    package let start: Double
    /// Vehicles a second.
    package let rate: Double

    /// Creates a flow.
    package init(origin: Int, destination: Int, start: Double, rate: Double) {
      self.origin = origin
      self.destination = destination
      self.start = start
      self.rate = rate
    }
  }

  /// Where trips begin and end, as places in the list of nodes.
  package let terminals: [Int]
  /// How long one random flow lasts.
  package let slot: Double
  /// What random flows are at most.
  package let greatestFlow: Double
  /// Flows that are added to the random ones of slots that begin within them.
  package let surges: [Surge]

  /// Draws the flow of each pair of terminals and each slot, in the order of pairs and times.
  ///
  /// - Parameters:
  ///   - seed: Seeds NumPy's legacy generator, with which the published experiments drew.
  ///   - duration: The time that is divided into slots.
  /// - Returns: Uniform flows with their surges.
  /// - Complexity: O(*n*) in the number of flows.
  package func flows(seed: UInt32, duration: Double) -> [Flow] {
    var draws = MersenneTwister(seed: seed)
    var flows: [Flow] = []
    for origin in terminals {
      for destination in terminals where destination != origin {
        for start in stride(from: 0, to: duration, by: slot) {
          var rate = greatestFlow * draws.unit()
          for surge in surges where surge.origin == origin && surge.destination == destination {
            if start >= surge.start && start < surge.end { rate += surge.flow }
          }
          flows.append(Flow(origin: origin, destination: destination, start: start, rate: rate))
        }
      }
    }
    return flows
  }
}
