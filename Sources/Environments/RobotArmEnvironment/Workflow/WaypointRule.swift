// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Trace

/// The decisions of the waypoint controller for given numbers.
struct WaypointRule: Sendable {
  private let task: RobotTask
  private let gains: [Double]

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - gains: Numbers in the order of ``WaypointGain/gains(of:)``.
  init(_ task: RobotTask, gains: [Double]) {
    precondition(
      gains.count == WaypointGain.gains(of: task).count, "one number for each gain of the task")
    self.task = task
    self.gains = gains
  }

  /// The action for what is seen.
  func action(for seen: ObservedPlaces) -> TargetAction {
    guard task != .reach else {
      let way = seen.goal + Vector3(0, 0, gains[3]) - seen.hand
      return TargetAction(
        move: Vector3(gains[0] * way.x, gains[1] * way.y, gains[2] * way.z), grip: 0)
    }
    let isNear = seen.hand.distance(to: seen.puck) < gains[6]
    return TargetAction(
      move: gains[0] * (waypoint(for: seen) - seen.hand), grip: isNear ? gains[5] : 0)
  }

  private func waypoint(for seen: ObservedPlaces) -> Vector3 {
    let aim = seen.puck + Vector3(-0.005, 0, 0)
    let isHeld = seen.puck.z > 0.04
    if (seen.hand - aim).horizontalLength > gains[2] { return aim + Vector3(0, 0, gains[1]) }
    if seen.hand.z - aim.z > gains[3] + gains[4], !isHeld { return aim + Vector3(0, 0, gains[3]) }
    if task == .pickPlace, seen.opening > gains[7] { return seen.hand }
    return seen.goal
  }
}

/// The places of an observation, read from the value that a controller gets.
struct ObservedPlaces: Sendable {
  let hand: Vector3
  let puck: Vector3
  let goal: Vector3
  /// 1 where the observation does not show it.
  let opening: Double

  /// Reads an observation.
  ///
  /// - Throws: `OperatorException` when it lacks a place.
  init(_ value: TraceValue) throws(OperatorException) {
    hand = try Self.place("hand_pos", in: value)
    puck = try Self.place("puck_pos", in: value)
    goal = try Self.place("goal_pos", in: value)
    let shown = value.dictionaryValue?["gripper_distance_apart"]?.elements?.first
    opening = shown?.realValue ?? 1
  }

  private static func place(
    _ key: String, in value: TraceValue
  ) throws(OperatorException) -> Vector3 {
    let numbers = value.dictionaryValue?[key]?.elements?.compactMap(\.realValue) ?? []
    guard numbers.count == 3 else {
      throw OperatorException(type: "KeyError", message: "the observation has no place \(key)")
    }
    return Vector3(numbers[0], numbers[1], numbers[2])
  }
}
