// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The rules by which Meta-World's scripted policies solve the tasks, in words of our own.
package struct ScriptedPolicy: Sendable, Hashable {
  /// Where the hand is to go next, and with which effort of the gripper.
  package struct Order: Sendable, Hashable {
    /// The place for the hand.
    package var place: Vector3
    /// The gripper's effort.
    package var grip: Double
  }

  private let task: RobotTask

  /// Creates the policy of a task.
  package init(_ task: RobotTask) { self.task = task }

  /// Where the hand should go from what is seen.
  package func order(for seen: RobotObservation) -> Order {
    switch task {
    case .reach: Order(place: seen.goal, grip: 0)
    case .push: pushOrder(seen.current, seen.goal)
    case .pickPlace: pickPlaceOrder(seen.current, seen.goal)
    }
  }

  /// The action that brings the hand there, in proportion to the distance.
  package func action(for seen: RobotObservation) -> RobotAction {
    let order = order(for: seen)
    return RobotAction(
      move: task.innerGain * (order.place - seen.current.hand), grip: order.grip)
  }

  // The hand aims a little beside the puck's middle.
  private static let aim = Vector3(-0.005, 0, 0)

  private func pushOrder(_ frame: RobotFrame, _ goal: Vector3) -> Order {
    let puck = frame.puck + Self.aim
    let place: Vector3
    if (frame.hand - puck).horizontalLength > 0.02 {
      place = puck + Vector3(0, 0, 0.2)
    } else if abs(frame.hand.z - puck.z) > 0.04 {
      place = puck + Vector3(0, 0, 0.03)
    } else {
      place = goal
    }
    let offset = frame.hand - frame.puck
    let isFar = offset.horizontalLength > 0.02 || abs(offset.z) > 0.10
    return Order(place: place, grip: isFar ? 0 : 0.6)
  }

  private func pickPlaceOrder(_ frame: RobotFrame, _ goal: Vector3) -> Order {
    let puck = frame.puck + Self.aim
    let place: Vector3
    if (frame.hand - puck).horizontalLength > 0.02 {
      place = puck + Vector3(0, 0, 0.1)
    } else if abs(frame.hand.z - puck.z) > 0.05, puck.z < 0.04 {
      place = puck + Vector3(0, 0, 0.03)
    } else if frame.opening > 0.73 {
      place = frame.hand
    } else {
      place = goal
    }
    return Order(place: place, grip: frame.hand.distance(to: frame.puck) < 0.07 ? 1 : 0)
  }
}
