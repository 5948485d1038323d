// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What is seen of the arm and the puck at one moment.
package struct RobotFrame: Sendable, Hashable {
  /// The hand's place.
  package var hand: Vector3
  /// The gripper's opening: 1 open, 0.3 closed on nothing.
  package var opening: Double
  /// The puck's place; it is never tilted.
  package var puck: Vector3

  /// Creates a frame.
  package init(hand: Vector3, opening: Double, puck: Vector3) {
    self.hand = hand
    self.opening = opening
    self.puck = puck
  }

  /// The 18 numbers of Meta-World: hand, opening, puck, the puck's quaternion (x, y, z, w) and
  /// seven zeros for the second object that these tasks lack.
  ///
  /// - Complexity: O(1).
  package var numbers: [Double] {
    [hand.x, hand.y, hand.z, opening, puck.x, puck.y, puck.z, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
  }
}

/// What a policy is shown after a step.
package struct RobotObservation: Sendable, Hashable {
  /// The present.
  package var current: RobotFrame
  /// The present of the step before; at the start of an episode that of the start.
  package var previous: RobotFrame
  /// The goal's place.
  package var goal: Vector3

  /// Creates an observation.
  package init(current: RobotFrame, previous: RobotFrame, goal: Vector3) {
    self.current = current
    self.previous = previous
    self.goal = goal
  }

  /// The 39 numbers of Meta-World: this frame, the one before, the goal.
  ///
  /// - Complexity: O(1).
  package var numbers: [Double] { current.numbers + previous.numbers + goal.coordinates }
}
