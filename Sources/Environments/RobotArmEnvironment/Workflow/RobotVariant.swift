// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A way of posing the three tasks: what is tuned, on which arm, and what is said on the way.
enum RobotVariant: String, Sendable, Hashable, CaseIterable {
  /// The Trace paper's experiment.
  case published = ""
  /// All five kinds of feedback, with advice in the form of actions.
  case complete
  /// The numbers of a fixed controller are tuned instead of code.
  case gains
  /// The arm has its seven joints.
  case joints
  /// One kind of feedback at a time.
  case mixed
  /// The reward is all the feedback on the way.
  case reward
  /// No feedback on the way.
  case silent

  /// The name of a task in this variant, such as `push_gains`.
  func name(of task: RobotTask) -> String {
    self == .published ? task.rawValue : "\(task.rawValue)_\(rawValue)"
  }

  /// One sentence about a task in this variant.
  func summary(of task: RobotTask) -> String {
    let goal =
      switch task {
      case .reach: "Bring the finger tips to a point"
      case .push: "Push a puck to a point"
      case .pickPlace: "Lift a puck and bring it to a point"
      }
    let way =
      switch self {
      case .published: "with a controller in Python"
      case .complete: "with all kinds of feedback and advice in the form of actions"
      case .gains: "by tuning the numbers of a fixed controller"
      case .joints: "with the arm's seven joints simulated"
      case .mixed: "with one kind of feedback at a time"
      case .reward: "with no feedback on the way but the reward"
      case .silent: "with no feedback on the way"
      }
    return "\(goal), \(way)."
  }

  /// The episodes of a task in this variant.
  func settings(for task: RobotTask) -> RobotEpisode.Settings {
    let feedback: StepFeedback =
      switch self {
      case .published, .gains, .joints: .published
      case .complete: .complete
      case .mixed: .mixed
      case .reward: .rewardOnly
      case .silent: .none
      }
    return RobotEpisode.Settings(
      task, arm: self == .joints ? .jointed : .weldedHand, feedback: feedback)
  }
}
