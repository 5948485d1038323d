// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import OPTO

/// Where an episode begins: the places of puck and goal.
///
/// The arm always begins in the same pose.
package struct RobotScene: Sendable, Hashable {
  /// The puck's place.
  package let puck: Vector3
  /// The goal's place.
  package let goal: Vector3

  /// Creates a scene.
  package init(puck: Vector3, goal: Vector3) {
    self.puck = puck
    self.goal = goal
  }

  /// Draws a scene from Meta-World's distribution: puck and goal uniform in their boxes, drawn anew
  /// while they are nearer than 0.15 m to each other on the table.
  ///
  /// - Parameters:
  ///   - task: Which box the goal lies in; that of `push` is flat.
  ///   - generator: Where the draws come from.
  package init(for task: RobotTask, using generator: inout SeededGenerator) {
    var puck: Vector3
    var goal: Vector3
    repeat {
      puck = Vector3(
        -0.1 + 0.2 * generator.unit(), 0.6 + 0.1 * generator.unit(), Puck.restHeight)
      goal = Vector3(
        -0.1 + 0.2 * generator.unit(), 0.8 + 0.1 * generator.unit(),
        0.05 + 0.25 * generator.unit())
    } while (puck - goal).horizontalLength < 0.15
    if task == .push { goal.z = puck.z }
    self.init(puck: puck, goal: goal)
  }
}
