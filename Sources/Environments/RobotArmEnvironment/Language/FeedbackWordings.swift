// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The sentences of step feedback, several for each content; `{}` stands for a number or a pose.
enum FeedbackWordings {
  static let reward = [
    "This step earned a reward of {}.",
    "Reward for this step: {}.",
    "The step was worth {}.",
    "Your move scored {}.",
    "You receive {} for what you just did.",
    "The environment pays {} for this step.",
    "Reward now: {}.",
    "{} is what this step brought.",
  ]

  static let nearer = [
    "The hand is coming nearer to where it should be.",
    "That was the right direction.",
    "Good, the distance to the next place is shrinking.",
    "This move helped; go on like that.",
    "The arm is on its way.",
    "You are closing in.",
    "Right way, keep going.",
    "The last move was progress.",
  ]

  static let farther = [
    "The hand moved away from where it should be.",
    "That was the wrong direction.",
    "The distance to the next place has grown.",
    "This move made things worse.",
    "The arm is drifting off.",
    "You are farther away than before.",
    "Wrong way, turn round.",
    "The last move was a step back.",
  ]

  static let advice = [
    "Next, go to {}.",
    "The pose {} would be a good target now.",
    "Try to bring the hand to {}.",
    "An expert would now aim for {}.",
    "Set the target to {}.",
    "Moving to {} would help.",
    "Head for {} in the next step.",
    "{} is where the hand should be next.",
  ]

  static let relativeAdvice = [
    "Next, move by {}.",
    "The action {} would be a good one now.",
    "Try to displace the hand by {}.",
    "An expert would now act with {}.",
    "Set the action to {}.",
    "Moving by {} would help.",
    "Use {} in the next step.",
    "{} is what the next action should be.",
  ]

  static let warning = [
    "Do not go to {} next.",
    "Keep away from the pose {}.",
    "Aiming for {} now would be a mistake.",
    "An expert would not bring the hand to {}.",
    "The target {} leads in the wrong direction.",
    "Moving to {} would not help.",
    "Avoid {} in the next step.",
    "{} is where the hand should not be next.",
  ]

  static let relativeWarning = [
    "Do not move by {} next.",
    "Keep away from the action {}.",
    "Displacing the hand by {} now would be a mistake.",
    "An expert would not act with {}.",
    "The action {} leads in the wrong direction.",
    "Moving by {} would not help.",
    "Avoid {} in the next step.",
    "{} is what the next action should not be.",
  ]

  static let open = [
    "The gripper should be open.",
    "Open the gripper.",
    "Let the fingers open.",
    "It is better to have the gripper open now.",
    "The fingers are to be apart here.",
    "Do not close the gripper yet.",
  ]

  static let close = [
    "The gripper should be closed.",
    "Close the gripper.",
    "Let the fingers close.",
    "It is better to have the gripper closed now.",
    "The fingers are to be together here.",
    "Do not leave the gripper open any longer.",
  ]

  /// Everything that can be said, for a digest of the workflow.
  static let all = [
    reward, nearer, farther, advice, relativeAdvice, warning, relativeWarning, open, close,
  ]
}
