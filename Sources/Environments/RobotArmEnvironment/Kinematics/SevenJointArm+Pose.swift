// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

extension SevenJointArm {
  /// Where joints and hand are for some angles.
  package struct Pose: Sendable {
    /// A place and an orientation.
    package struct Frame: Sendable {
      /// The place.
      package var position = Vector3.zero
      /// The orientation.
      package var rotation = Rotation.identity

      /// Goes on to the frame of the next link.
      fileprivate mutating func attach(_ link: Link) {
        position = position + rotation * link.offset
        rotation = rotation * link.rotation
      }
    }

    /// The frames of the joints, from the base.
    private var joints: InlineArray<7, Frame>
    /// The frame of the hand.
    package private(set) var hand: Frame

    fileprivate init(_ angles: Joints) {
      var frame = Frame()
      joints = InlineArray(repeating: frame)
      for joint in 0..<SevenJointArm.jointCount {
        frame.attach(Link.chain[joint])
        joints[joint] = frame
        frame.rotation = frame.rotation.turned(
          cosine: cos(angles[joint]), sine: sin(angles[joint]))
      }
      frame.attach(Link.wrist)
      frame.attach(Link.hand)
      hand = frame
    }

    /// Where a joint is, counted from the base.
    package func position(ofJoint joint: Int) -> Vector3 { joints[joint].position }

    /// How the hand moves when a joint turns by one radian a second.
    func column(of joint: Int) -> SpatialVector {
      let axis = joints[joint].rotation.z
      return SpatialVector(
        linear: axis.cross(hand.position - joints[joint].position), angular: axis)
    }
  }

  /// The pose for the present angles.
  package var pose: Pose { Pose(angles) }

  /// How a link's frame is placed in that of the link before it.
  fileprivate struct Link: Sendable {
    let offset: Vector3
    let rotation: Rotation

    private init(_ offset: Vector3, _ w: Double, _ x: Double, _ y: Double, _ z: Double) {
      self.offset = offset
      rotation = Rotation(quaternion: w, x, y, z)
    }

    /// The frames of the joints, each of which turns about its z axis.
    static let chain = [
      Link(Vector3(0, 0, 0.08), 1, 0, 0, 0),
      Link(Vector3(0.081, 0.05, 0.237), 0.5, -0.5, 0.5, 0.5),
      Link(Vector3(0, -0.14, 0.1425), 1, 1, 0, 0),
      Link(Vector3(0, -0.042, 0.26), 1, -1, 0, 0),
      Link(Vector3(0, -0.125, -0.1265), 1, 1, 0, 0),
      Link(Vector3(0, 0.031, 0.275), 1, -1, 0, 0),
      Link(Vector3(0, -0.11, 0.1053), 0.0616248, 0.06163, -0.704416, 0.704416),
    ]
    static let wrist = Link(Vector3(0, 0, 0.0245), 1, 0, 0, 1)
    static let hand = Link(Vector3(0, 0, 0.12), -1, 0, 1, 0)
  }
}
