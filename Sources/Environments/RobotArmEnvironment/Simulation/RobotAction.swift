// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a policy orders for one step of the simulation, 12.5 ms.
package struct RobotAction: Sendable, Hashable {
  /// By how many centimetres the point that the hand follows moves, each coordinate clipped to
  /// [-1, 1].
  package var move: Vector3
  /// The effort of the gripper, clipped to [-1, 1]: 1 closes, -1 opens.
  package var grip: Double

  /// Creates an action.
  package init(move: Vector3, grip: Double) {
    self.move = move
    self.grip = grip
  }
}
