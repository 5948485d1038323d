// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One task of the traffic suite.
package enum TrafficTask: String, Sendable, Hashable, CaseIterable {
  /// Four signals at once.
  case grid
  /// The paper's intersection, with all that the published program reports.
  case intersection
  /// The paper's intersection, where nothing is drawn but the demand.
  case deterministic = "intersection-deterministic"
  /// The paper's intersection without the two defects of the published program.
  case repaired = "intersection-repaired"
  /// The paper's intersection, with nothing reported but the score.
  case scoreOnly = "intersection-score"

  /// One sentence that says what is asked.
  package var summary: String {
    switch self {
    case .grid: "Set eight green times of four signals in a square, each trip counted once."
    case .intersection: "Set two green times of the paper's intersection, told all statistics."
    case .deterministic: "Set two green times of the paper's intersection, with no random merges."
    case .repaired: "Set two green times of the paper's intersection, each trip counted once."
    case .scoreOnly: "Set two green times of the paper's intersection, told only the score."
    }
  }

  /// Whether the parts of vehicles that are left at the end of a demand slot are lost, as published.
  package var dropsRemainder: Bool { self != .repaired && self != .grid }

  /// Whether trips that did not end are counted as published.
  package var usesPublishedImputation: Bool { self != .repaired && self != .grid }

  /// Whether the output holds the statistics of each pair of terminals.
  package var isVerbose: Bool { self != .scoreOnly }

  /// The network.
  package var network: BuiltInNetwork { self == .grid ? .grid : .intersection }

  /// What is drawn in a simulation, for a replication's seed.
  package func randomness(seed: UInt32) -> TrafficRandomness {
    self == .deterministic ? .deterministic : .seeded(seed)
  }
}
