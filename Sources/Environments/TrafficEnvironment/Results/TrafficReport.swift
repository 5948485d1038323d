// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How much time travellers lost, pair by pair, and the score of the paper's experiment.
package struct TrafficReport: Sendable, Hashable {
  /// What is known of the trips between two terminals.
  package struct Pair: Sendable, Hashable {
    /// The names of the terminals, such as `W1->E1`.
    package let name: String
    /// Vehicles that set out.
    package let attempted: Int
    /// Vehicles that arrived.
    package let completed: Int
    /// Seconds lost against the free way, per vehicle that set out; those that did not arrive are
    /// given one second more than the slowest that did.
    package let lostPerVehicle: Double
  }

  /// The pairs in the order in which their first trips are listed.
  package let pairs: [Pair]
  /// The mean seconds lost by vehicles that arrived, or nil when none did.
  package let averageDelay: Double?
  /// Seconds lost per vehicle that set out, over all pairs.
  package let estimatedDelay: Double
  /// The estimated delay plus its standard deviation between pairs; lower is better.
  package let score: Double

  /// Vehicles that set out.
  ///
  /// - Complexity: O(*n*) in the number of pairs.
  package var attempted: Int { pairs.reduce(0) { $0 + $1.attempted } }

  /// Vehicles that arrived.
  ///
  /// - Complexity: O(*n*) in the number of pairs.
  package var completed: Int { pairs.reduce(0) { $0 + $1.completed } }

  /// Sums up a simulation.
  ///
  /// - Parameters:
  ///   - travelTimes: The time that each trip took, or nil where it was not finished.
  ///   - trips: The trips.
  ///   - network: The network that they were made on.
  ///   - publishedImputation: Whether the published count of missing trips is used, which takes the
  ///     number of pairs for the number of completed trips and so gives scores that are two to
  ///     three times as large.
  /// - Complexity: O(*n*) in the number of trips, beside the free ways of each terminal.
  package init(
    _ travelTimes: [Double?], of trips: TripTable, on network: RoadNetwork,
    publishedImputation: Bool
  ) {
    let tallies = PairTally.tallies(of: travelTimes, trips, network)
    let platoon = network.platoonSize
    var pairs: [Pair] = []
    var lost = 0.0
    for tally in tallies {
      let pairLost = tally.lost(
        counting: publishedImputation ? tallies.count : tally.completed * platoon,
        platoonSize: platoon, duration: network.duration)
      lost += pairLost
      pairs.append(
        Pair(
          name: tally.name(on: network),
          attempted: tally.attempted * platoon,
          completed: tally.completed * platoon,
          lostPerVehicle: pairLost / Double(tally.attempted * platoon)
        ))
    }
    let vehicles = Double(pairs.reduce(0) { $0 + $1.attempted })
    let mean = lost / vehicles
    let variance = pairs.reduce(0) { sum, pair in
      let difference = pair.lostPerVehicle - mean
      return sum + difference * difference * Double(pair.attempted)
    }
    let completed = tallies.reduce(0) { $0 + $1.completed }
    let delay = tallies.reduce(0) { $0 + $1.delay }
    self.pairs = pairs
    averageDelay = completed == 0 ? nil : delay / Double(completed)
    estimatedDelay = mean
    score = mean + (variance / vehicles).squareRoot()
  }
}
