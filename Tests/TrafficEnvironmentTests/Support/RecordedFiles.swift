// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation

extension SharedReference {
  /// Runs of UXsim, or nil on a machine without them.
  static let runs = file("reference/traffic/uxsim_reference.json")
  /// Every trip of one run, or nil on a machine without it.
  static let trips = file("reference/traffic/demand42_deterministic_EW35_NS30.json")
  /// Scores over a grid of green times, or nil on a machine without them.
  static let grid = file("reference/traffic/grid_landscape_deterministic.json")
  /// Green times of the published rule, or nil on a machine without them.
  static let rule = file("reference/traffic/scats_heuristic.json")
  /// Scores of UXsim for the paper's twenty seeds, or nil on a machine without them.
  static let seeds = file("reference/traffic/paper_seeds42_61_uxsim_1.15.1.json")
}
