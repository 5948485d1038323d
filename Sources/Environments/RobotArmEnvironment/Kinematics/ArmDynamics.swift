// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How the hand follows the point that a policy moves.
package enum ArmDynamics: Sendable, Hashable {
  /// As a damped spring pulls it, without joints.
  case weldedHand
  /// As seven joints within their limits bring it there.
  case sevenJoints(SevenJointArm)

  /// The arm with joints, in the pose in which episodes begin.
  package static let jointed = ArmDynamics.sevenJoints(SevenJointArm())

  /// Moves the hand for one step.
  ///
  /// - Parameters:
  ///   - hand: The hand.
  ///   - target: The point that it follows.
  ///   - step: Seconds.
  /// - Returns: Where the hand was before.
  mutating func move(
    _ hand: inout HandMotion, towards target: Vector3, for step: Double
  ) -> Vector3 {
    switch self {
    case .weldedHand:
      let before = hand.position
      hand.follow(target, for: step)
      return before
    case .sevenJoints(var joints):
      let before = joints.track(target + HandMotion.sag, for: step)
      let after = joints.pose.hand.position
      hand.position = after
      hand.velocity = (1 / step) * (after - before)
      self = .sevenJoints(joints)
      return before
    }
  }
}
