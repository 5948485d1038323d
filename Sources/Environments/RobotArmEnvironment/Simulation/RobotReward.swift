// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a step is worth: the reward of Meta-World v2 for the state it led to, and whether that state
/// is a success.
package struct RobotOutcome: Sendable, Hashable {
  /// From 0 to 10.
  package let reward: Double
  /// Whether the finger tips or the puck are at the goal.
  package let isSuccess: Bool
}

/// The rewards of Meta-World v2 for one episode (Yu et al., CoRL 2019, and its published code).
package struct RobotReward: Sendable {
  /// What of a state the rewards look at.
  package struct State: Sendable {
    /// The middle between the finger tips.
    package var tips: Vector3
    /// The right pad's place along y.
    package var rightPad: Double
    /// The left pad's place along y.
    package var leftPad: Double
    /// The gripper's opening.
    package var opening: Double
    /// The puck's place.
    package var puck: Vector3

    /// Creates a state.
    package init(
      tips: Vector3, rightPad: Double, leftPad: Double, opening: Double, puck: Vector3
    ) {
      self.tips = tips
      self.rightPad = rightPad
      self.leftPad = leftPad
      self.opening = opening
      self.puck = puck
    }
  }

  private let task: RobotTask
  private let scene: RobotScene
  private let startTips: Vector3

  /// Creates the rewards of an episode.
  ///
  /// - Parameters:
  ///   - task: What is to be done.
  ///   - scene: Where puck and goal were at the start.
  ///   - startTips: Where the finger tips were at the start.
  package init(_ task: RobotTask, _ scene: RobotScene, startingAt startTips: Vector3) {
    self.task = task
    self.scene = scene
    self.startTips = startTips
  }

  /// Judges a state.
  ///
  /// - Parameters:
  ///   - state: The state after a step.
  ///   - grip: The gripper's effort of that step, before it is clipped.
  /// - Returns: Reward and success.
  package func outcome(of state: State, grip: Double) -> RobotOutcome {
    let object = task == .reach ? state.tips : state.puck
    let distance = object.distance(to: scene.goal)
    let reward =
      switch task {
      case .reach: reachReward(distance)
      case .push: pushReward(state, grip, distance)
      case .pickPlace: pickPlaceReward(state, grip, distance)
      }
    return RobotOutcome(reward: reward, isSuccess: distance <= task.successRadius)
  }

  private func reachReward(_ distance: Double) -> Double {
    10
      * Self.tolerance(
        distance, 0, 0.05, margin: Vector3(0, 0.6, 0.2).distance(to: scene.goal))
  }

  private func pushReward(_ state: State, _ grip: Double, _ distance: Double) -> Double {
    if distance < 0.05 { return 10 }
    let caged = caging(state, grip) { pad in abs(abs(pad - scene.puck.y) - 0.05) }
    guard state.tips.distance(to: state.puck) < 0.02, state.opening > 0 else { return 2 * caged }
    return 1 + 4 * caged + 5 * inPlace(distance)
  }

  private func pickPlaceReward(_ state: State, _ grip: Double, _ distance: Double) -> Double {
    if distance < 0.05 { return 10 }
    // The original keeps a live view of the pads, so the margins of its start move with the hand.
    let caged = caging(state, grip) { pad in abs(abs(state.puck.y - pad) - 0.05) }
    let placed = inPlace(distance)
    let reward = Self.product(caged, placed)
    let isLifted = state.puck.z - 0.01 > scene.puck.z
    guard state.tips.distance(to: state.puck) < 0.02, state.opening > 0, isLifted else {
      return reward
    }
    return reward + 1 + 5 * placed
  }

  private func inPlace(_ distance: Double) -> Double {
    Self.tolerance(distance, 0, 0.05, margin: scene.puck.distance(to: scene.goal))
  }

  /// How well the gripper encloses the puck and closes on it, from 0 to 1.
  private func caging(_ state: State, _ grip: Double, margin: (Double) -> Double) -> Double {
    let isPush = task == .push
    let right = state.puck.y - state.rightPad
    let left = state.leftPad - state.puck.y
    let along = Self.product(
      Self.tolerance(isPush ? abs(left) : left, 0.015, 0.05, margin: margin(state.leftPad)),
      Self.tolerance(isPush ? abs(right) : right, 0.015, 0.05, margin: margin(state.rightPad)))
    let across = Self.tolerance(
      Self.distanceXZ(state.tips, state.puck), 0, 0.005,
      margin: Self.distanceXZ(scene.puck, startTips) - 0.005)
    let enclosed = Self.product(along, across)
    let closing = enclosed > 0.97 ? min(max(grip, 0), 1) : 0
    return (Self.product(enclosed, closing) + enclosed) / 2
  }

  private static func distanceXZ(_ first: Vector3, _ second: Vector3) -> Double {
    hypot(first.x - second.x, first.z - second.z)
  }

  /// 1 within bounds; outside it falls to 0.1 at the margin and on along a long tail.
  private static func tolerance(
    _ value: Double, _ lower: Double, _ upper: Double, margin: Double
  ) -> Double {
    if value >= lower, value <= upper { return 1 }
    if margin == 0 { return 0 }
    let distance = (value < lower ? lower - value : value - upper) / margin
    return 1 / (9 * distance * distance + 1)
  }

  /// The Hamacher product, a soft "and".
  private static func product(_ first: Double, _ second: Double) -> Double {
    let denominator = first + second - first * second
    return denominator > 0 ? first * second / denominator : 0
  }
}
