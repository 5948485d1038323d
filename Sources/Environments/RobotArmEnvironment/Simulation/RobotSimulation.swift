// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The arm, its gripper and the puck on their table, in fixed steps and without chance.
///
/// Reproduces what matters for a controller of Meta-World v2's Sawyer (Yu et al., CoRL 2019): a hand
/// that lags behind the point it follows, a gripper that takes time, a puck that can be pushed by one
/// finger and is lifted by two, and a reach that gets slow far out. Nothing is allocated in a step.
package struct RobotSimulation: Sendable {
  /// Seconds of one substep.
  static let substep = 0.0025
  static let substepsPerStep = 5
  /// Seconds of one step.
  package static let stepDuration = 0.0125

  /// What is to be done.
  package let task: RobotTask
  /// Where the episode began.
  package let scene: RobotScene
  /// The point that the hand follows.
  package private(set) var target = Vector3(0, 0.6, 0.2)
  /// The hand.
  package internal(set) var hand: HandMotion
  /// The fingers.
  package internal(set) var fingers = Fingers()
  /// The puck.
  package internal(set) var puck: Puck
  /// Whether both fingers hold the puck so hard that it can be lifted.
  package internal(set) var isGrasping = false
  /// How the hand follows its target.
  package private(set) var arm: ArmDynamics
  /// Whether both fingers touched the puck in the substep before.
  var touchesWithBoth = false

  private var current: RobotFrame
  private var previous: RobotFrame
  private let reward: RobotReward

  /// Puts everything where an episode begins.
  ///
  /// - Parameters:
  ///   - task: What is to be done.
  ///   - scene: Where puck and goal are.
  ///   - arm: How the hand follows its target.
  package init(_ task: RobotTask, _ scene: RobotScene, arm: ArmDynamics = .weldedHand) {
    self.task = task
    self.scene = scene
    self.arm = arm
    hand = HandMotion(position: HandMotion.start)
    puck = Puck(position: scene.puck)
    current = RobotFrame(hand: HandMotion.start, opening: 1, puck: scene.puck)
    previous = current
    reward = RobotReward(task, scene, startingAt: HandMotion.start + Self.tipOffset)
  }

  /// Where the middle between the finger tips is, seen from the hand.
  static let tipOffset = Vector3(0, 0, -0.045)

  /// The middle between the finger tips.
  package var tips: Vector3 { hand.position + Self.tipOffset }

  /// What a policy is shown now.
  package var observation: RobotObservation {
    RobotObservation(current: current, previous: previous, goal: scene.goal)
  }

  // The corners of the box in which the followed point stays.
  private static let lowerCorner = Vector3(-0.5, 0.40, 0.05)
  private static let upperCorner = Vector3(0.5, 1.0, 0.5)
  private static let metresPerAction = 0.01

  /// Goes on by 12.5 ms.
  ///
  /// - Returns: The reward for the state that was reached, and whether it is a success.
  @discardableResult
  package mutating func step(_ action: RobotAction) -> RobotOutcome {
    let move = action.move.clamped(from: Vector3(-1, -1, -1), to: Vector3(1, 1, 1))
    target = (target + Self.metresPerAction * move)
      .clamped(from: Self.lowerCorner, to: Self.upperCorner)
    let effort = min(max(action.grip, -1), 1)
    for _ in 0..<Self.substepsPerStep { advance(effort: effort) }
    previous = current
    current = RobotFrame(hand: hand.position, opening: fingers.opening, puck: puck.position)
    return reward.outcome(of: contactState, grip: action.grip)
  }

  private mutating func advance(effort: Double) {
    let before = arm.move(&hand, towards: target, for: Self.substep)
    fingers.close(effort: effort, for: Self.substep)
    resolveContact(effort: effort)
    if isGrasping {
      puck.follow(hand.position - before, of: hand)
    } else {
      puck.move(isHeldAlongY: touchesWithBoth, for: Self.substep)
    }
    puck.stayAboveTable()
  }

  private var contactState: RobotReward.State {
    RobotReward.State(
      tips: tips, rightPad: hand.position.y - Fingers.padMiddle + fingers.right,
      leftPad: hand.position.y + Fingers.padMiddle + fingers.left, opening: fingers.opening,
      puck: puck.position)
  }
}
