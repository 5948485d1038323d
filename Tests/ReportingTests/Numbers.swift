// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Reporting

/// The SplitMix64 generator, for simulations that are the same in each run.
struct SimulationGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension ClusteredSample {
  /// A sample from one matrix for each task, with a row for each item and a column for each trial.
  init(matrices: [[[Double]]]) {
    var observations: [Observation] = []
    for (task, matrix) in matrices.enumerated() {
      for (item, row) in matrix.enumerated() {
        for (trial, value) in row.enumerated() {
          observations.append(Observation(task: task, item: item, trial: trial, value: value))
        }
      }
    }
    self.init(observations)
  }

  /// A sample of `successes` among `count` items in one trial.
  init(_ successes: Int, of count: Int) {
    self.init(matrices: [(0..<count).map { [$0 < successes ? 1 : 0] }])
  }
}

extension ConfidenceInterval {
  /// Whether the ends are those given, up to rounding.
  func isClose(to other: (lower: Double, upper: Double)) -> Bool {
    abs(lower - other.lower) < 1e-9 && abs(upper - other.upper) < 1e-9
  }

  func covers(_ value: Double) -> Bool { lower <= value && value <= upper }
}
