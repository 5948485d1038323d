// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// An episode as pictures: what was ordered and earned in each control step, and where everything
/// was meanwhile.
package struct EpisodeFilm: Sendable {
  /// Where everything is at one moment.
  package struct Frame: Sendable {
    /// The hand.
    var hand: Vector3
    /// The fingers.
    var fingers: Fingers
    /// The puck.
    var puck: Vector3
    /// The base, the joints and the hand, where the arm has joints.
    var joints: [Vector3]

    init(_ simulation: RobotSimulation) {
      hand = simulation.hand.position
      fingers = simulation.fingers
      puck = simulation.puck.position
      guard case .sevenJoints(let arm) = simulation.arm else {
        joints = []
        return
      }
      let pose = arm.pose
      joints = [.zero] + (0..<SevenJointArm.jointCount).map(pose.position(ofJoint:)) + [hand]
    }
  }

  /// One control step.
  package struct Step: Sendable {
    /// What was ordered.
    package let action: TargetAction
    /// What it earned.
    package let reward: Double
    /// Whether it ended in a success.
    package let isSuccess: Bool
    /// The frames, one for each step of the simulation.
    let frames: [Frame]
  }

  /// What is to be done.
  package let task: RobotTask
  /// Where the episode began.
  package let scene: RobotScene
  /// The first moment.
  let start: Frame
  /// The control steps in order.
  package let steps: [Step]
  /// How the episode ended early by the controller's fault, or nil.
  package let exception: String?

  /// Plays an episode again.
  ///
  /// - Parameters:
  ///   - settings: What kind of episode it is.
  ///   - scene: Where puck and goal are.
  ///   - actions: What was ordered in each control step.
  ///   - exception: What ended the episode early, if something did.
  /// - Complexity: O(*n*) in the number of actions.
  package init(
    _ settings: RobotEpisode.Settings, _ scene: RobotScene, actions: [TargetAction],
    exception: String? = nil
  ) {
    // Wordings of feedback are not shown, so that their seed does not matter.
    var episode = RobotEpisode(settings, scene, seed: Seed(rawValue: 0))
    task = settings.task
    self.scene = scene
    start = Frame(episode.simulation)
    self.exception = exception
    var steps: [Step] = []
    for action in actions {
      let before = episode.totalReward
      var frames: [Frame] = []
      _ = episode.step(action) { frames.append(Frame($0)) }
      steps.append(
        Step(
          action: action, reward: episode.totalReward - before, isSuccess: episode.isSolved,
          frames: frames))
    }
    self.steps = steps
  }

  /// Whether the task was solved.
  package var isSolved: Bool { steps.last?.isSuccess == true }

  /// The sum of the rewards.
  ///
  /// - Complexity: O(*n*) in the number of steps.
  package var totalReward: Double { steps.reduce(0) { $0 + $1.reward } }

  /// How the episode ended, in one line.
  package var ending: String {
    let result =
      if let exception {
        exception
      } else if isSolved {
        "solved in control step \(steps.count)"
      } else {
        "not solved in \(steps.count) control steps"
      }
    return "\(task.rawValue): \(result), return \(DecimalText.text(totalReward, decimals: 3))"
  }
}
