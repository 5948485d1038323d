// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// One number of the waypoint controller: its bounds, where a trial begins, and the value that the
/// scripted policy has for it.
struct WaypointGain: Sendable, Hashable {
  let name: String
  let summary: String
  let bounds: ClosedRange<Double>
  let initialValue: Double
  let expertValue: Double

  private init(
    _ name: String, _ bounds: ClosedRange<Double>, from initialValue: Double,
    expert expertValue: Double, _ summary: String
  ) {
    self.name = name
    self.summary = summary
    self.bounds = bounds
    self.initialValue = initialValue
    self.expertValue = expertValue
  }

  var specification: ParameterSpecification {
    ParameterSpecification(
      name: name, kind: .real(bounds), initialValue: .real(initialValue), summary: summary)
  }

  /// The numbers of a task's controller, in the order in which ``WaypointRule`` takes them.
  static func gains(of task: RobotTask) -> [WaypointGain] {
    switch task {
    case .reach: reach
    case .push: carry(approach: 0.2, grip: 0.6)
    case .pickPlace: carry(approach: 0.1, grip: 1) + [release]
    }
  }

  private static let reach = [
    WaypointGain(
      "gain_x", -1...2, from: 0, expert: 1, "how much of the way to the goal is ordered along x"),
    WaypointGain(
      "gain_y", -1...2, from: 0, expert: 1, "how much of the way to the goal is ordered along y"),
    WaypointGain(
      "gain_z", -1...2, from: 0, expert: 1, "how much of the way to the goal is ordered along z"),
    WaypointGain(
      "lift", -0.1...0.1, from: 0, expert: 0.045,
      "by how many metres the hand aims above the goal"),
  ]

  private static func carry(approach: Double, grip: Double) -> [WaypointGain] {
    [
      WaypointGain(
        "gain", 0...2, from: 0.1, expert: 1, "how much of the way to the waypoint is ordered"),
      WaypointGain(
        "approach_height", 0...0.3, from: 0, expert: approach,
        "metres above the puck at which the hand approaches it"),
      WaypointGain(
        "alignment", 0...0.1, from: 0.1, expert: 0.02,
        "horizontal distance to the puck, in metres, from which the hand goes down"),
      WaypointGain(
        "work_height", 0...0.2, from: 0.2, expert: 0.03,
        "metres above the puck to which the hand goes down"),
      WaypointGain(
        "depth_tolerance", 0...0.1, from: 0.1, expert: 0.015,
        "metres above the work height at which the hand counts as down"),
      WaypointGain(
        "grip", -1...1, from: 0, expert: grip,
        "the gripper's action near the puck: 1 closes, -1 opens"),
      WaypointGain(
        "grip_distance", 0...0.2, from: 0, expert: 0.07,
        "distance between hand and puck, in metres, within which the gripper acts"),
    ]
  }

  private static let release = WaypointGain(
    "held_opening", 0.3...1, from: 1, expert: 0.73,
    "opening of the gripper down to which the hand waits before it leaves for the goal")
}
