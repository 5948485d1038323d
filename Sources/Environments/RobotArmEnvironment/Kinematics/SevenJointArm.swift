// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The seven joints of Rethink Robotics' Sawyer as Meta-World mounts it, as a kinematic chain.
///
/// Joint positions follow what damped least squares ask of them (Wampler, 1986), each through a
/// velocity loop of 20 ms and within its limits. Masses play no part.
package struct SevenJointArm: Sendable, Hashable {
  /// The angles in radians, from the base.
  package private(set) var angles = Self.startAngles
  private var speeds = Joints(repeating: 0)

  /// Creates an arm in the pose in which episodes begin.
  package init() {}

  /// Creates an arm in a pose of one's own.
  ///
  /// - Parameter angles: In radians, from the base.
  package init(angles: Joints) { self.angles = angles }

  /// One number for each joint.
  package struct Joints: Sendable, Hashable {
    private var first: SIMD4<Double>
    private var last: SIMD4<Double>

    /// The same number for every joint.
    package init(repeating value: Double) {
      first = SIMD4(repeating: value)
      last = SIMD4(repeating: value)
    }

    /// The numbers in order, from the base.
    ///
    /// - Parameter values: Seven numbers.
    package init(_ values: [Double]) {
      precondition(values.count == SevenJointArm.jointCount, "the arm has seven joints")
      self.init(repeating: 0)
      for joint in 0..<SevenJointArm.jointCount { self[joint] = values[joint] }
    }

    /// The number of a joint, counted from the base.
    package subscript(joint: Int) -> Double {
      get { joint < 4 ? first[joint] : last[joint - 4] }
      set {
        if joint < 4 { first[joint] = newValue } else { last[joint - 4] = newValue }
      }
    }
  }

  /// The number of joints.
  package static let jointCount = 7
  private static let startAngles = Joints([
    1.882616, -0.59346, -0.959474, 1.648329, 0.923299, 1.02689, 2.323406,
  ])
  private static let lowerLimits = Joints([
    -3.0503, -3.8, -3.0426, -3.0439, -2.9761, -2.9761, -4.7124,
  ])
  private static let upperLimits = Joints([
    3.0503, -0.5, 3.0426, 3.0439, 2.9761, 2.9761, 4.7124,
  ])
  /// The hand's orientation: its x axis points down.
  private static let wantedRotation = Rotation(
    quaternion: 0.5.squareRoot(), 0, 0.5.squareRoot(), 0)
  /// Seconds in which a deviation is to be made up for.
  private static let trackingTime = 0.035
  private static let velocityLoopTime = 0.02
  /// How much a radian of the hand's orientation counts beside a metre of its place.
  ///
  /// The original holds the hand by a soft weld; with full weight the arm does not get to the far
  /// goals, because the shoulder's limit leaves too few joints.
  private static let orientationWeight = 0.5

  /// Moves the joints so that the hand comes nearer to a point.
  ///
  /// - Parameters:
  ///   - target: The point.
  ///   - step: Seconds.
  /// - Returns: Where the hand was before.
  mutating func track(_ target: Vector3, for step: Double) -> Vector3 {
    let pose = pose
    let rate = 1 / Self.trackingTime
    let wanted = SpatialVector(
      linear: rate * (target - pose.hand.position),
      angular: Self.orientationWeight * rate * pose.hand.rotation.turn(to: Self.wantedRotation))
    let ordered = orderedSpeeds(for: wanted, pose, step)
    let share = min(1, step / Self.velocityLoopTime)
    for joint in 0..<Self.jointCount {
      speeds[joint] += (ordered[joint] - speeds[joint]) * share
      angles[joint] = min(
        max(angles[joint] + speeds[joint] * step, Self.lowerLimits[joint]),
        Self.upperLimits[joint])
    }
    return pose.hand.position
  }

  /// The joint speeds that give the hand a velocity as nearly as the limits allow: joints that would
  /// pass a limit are left out and the others asked again, up to three times in all.
  private func orderedSpeeds(
    for wanted: SpatialVector, _ pose: Pose, _ step: Double
  ) -> Joints {
    var solver = DampedLeastSquares()
    for joint in 0..<Self.jointCount {
      let column = pose.column(of: joint)
      solver.columns[joint] = SpatialVector(
        linear: column.linear, angular: Self.orientationWeight * column.angular)
    }
    var speeds = Joints(repeating: 0)
    for _ in 0..<3 {
      speeds = solver.speeds(for: wanted)
      var isBlocked = false
      for joint in 0..<Self.jointCount where solver.isFree[joint] {
        let next = angles[joint] + speeds[joint] * step
        if next > Self.upperLimits[joint] || next < Self.lowerLimits[joint] {
          solver.isFree[joint] = false
          isBlocked = true
        }
      }
      if !isBlocked { break }
    }
    return speeds
  }
}

/// A linear and an angular part.
struct SpatialVector: Sendable {
  var linear: Vector3
  var angular: Vector3
}
