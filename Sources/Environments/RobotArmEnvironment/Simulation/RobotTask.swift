// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What the robot arm is asked to do, as in Meta-World v2 (Yu et al., CoRL 2019).
package enum RobotTask: String, Sendable, Hashable, CaseIterable {
  /// Brings the finger tips to a point.
  case reach
  /// Moves a puck over the table to a point.
  case push
  /// Lifts a puck and holds it at a point.
  case pickPlace = "pick_place"

  /// How near to the goal the finger tips (reach) or the puck have to be, in metres.
  package var successRadius: Double { self == .pickPlace ? 0.07 : 0.05 }

  /// The gain of the inner position controller of LLF-Bench (Cheng et al., 2023).
  var innerGain: Double { self == .reach ? 5 : 10 }
}
