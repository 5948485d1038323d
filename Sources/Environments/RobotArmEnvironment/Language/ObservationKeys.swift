// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Trace

extension RobotTask {
  /// The names under which a controller is shown the robot and the world, with what they mean.
  var observationKeys: [(name: String, meaning: String)] {
    let common = [
      ("hand_pos", "x, y and z of the hand"), ("puck_pos", "x, y and z of the puck"),
      ("goal_pos", "x, y and z of the goal"),
    ]
    guard self == .pickPlace else { return common }
    return [
      common[0],
      (
        "gripper_distance_apart",
        "how far the gripper is open: 1 is wide open, 0.3 closed on nothing"
      ),
      common[1],
      ("puck_rot", "the puck's orientation as a quaternion"),
      common[2],
      ("_prev_obs", "18 numbers of the step before: hand, opening, puck, orientation, padding"),
    ]
  }
}

extension RobotObservation {
  /// The observation as a controller gets it: lists of numbers by name, rounded to three decimals.
  func value(for task: RobotTask) -> TraceValue {
    .dictionary(
      TraceDictionary(
        task.observationKeys.map { key, _ in (key, Self.list(numbers(named: key))) }))
  }

  private func numbers(named key: String) -> [Double] {
    switch key {
    case "hand_pos": current.hand.coordinates
    case "puck_pos": current.puck.coordinates
    case "gripper_distance_apart": [current.opening]
    case "puck_rot": [0, 0, 0, 1]
    case "_prev_obs": previous.numbers
    default: goal.coordinates
    }
  }

  private static func list(_ numbers: [Double]) -> TraceValue {
    .list(numbers.map { .real(DecimalText.rounded($0, decimals: 3)) })
  }
}
