// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The two fingers, which slide along y between their stops.
package struct Fingers: Sendable, Hashable {
  /// How far the right finger, on the side of small y, has moved towards the left one.
  package var right = 0.0
  /// How far the left finger has moved; negative towards the right one.
  package var left = 0.0
  /// The right finger's speed against the hand, in metres a second.
  var rightSpeed = 0.0
  /// The left finger's speed against the hand.
  var leftSpeed = 0.0

  static let rightStop = 0.04
  static let leftStop = -0.03
  /// The force of the servos per metre, in newtons.
  static let stiffness = 400.0
  private static let damping = 1000.0
  private static let mass = 100.0162

  // Measures of a finger: half its width along x and half its height, and how far the inner face,
  // the middle of the pad and the outer face of an open finger are from the hand along y.
  static let halfWidth = 0.015
  static let halfHeight = 0.045
  static let innerFace = 0.044
  static let padMiddle = 0.047
  static let outerFace = 0.053

  /// The gripper's opening as Meta-World reports it: 1 open, 0.3 closed on nothing.
  package var opening: Double { min(max((0.1 + left - right) / 0.1, 0), 1) }

  /// Moves both fingers by one step of semi-implicit Euler.
  ///
  /// - Parameters:
  ///   - effort: From -1, which opens, to 1, which closes; 0 only lets them creep open.
  ///   - step: Seconds.
  mutating func close(effort: Double, for step: Double) {
    rightSpeed +=
      (Self.stiffness * (effort - right) - Self.damping * rightSpeed) / Self.mass * step
    leftSpeed += (Self.stiffness * (-effort - left) - Self.damping * leftSpeed) / Self.mass * step
    right += rightSpeed * step
    left += leftSpeed * step
    Self.stop(&right, &rightSpeed, from: 0, to: Self.rightStop)
    Self.stop(&left, &leftSpeed, from: Self.leftStop, to: 0)
  }

  private static func stop(
    _ position: inout Double, _ speed: inout Double, from lower: Double, to upper: Double
  ) {
    if position < lower {
      position = lower
      speed = max(speed, 0)
    }
    if position > upper {
      position = upper
      speed = min(speed, 0)
    }
  }
}
