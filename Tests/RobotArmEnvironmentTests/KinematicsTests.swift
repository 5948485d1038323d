// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import RobotArmEnvironment
import Testing

@Suite(.enabled(if: RobotReference.isPresent, "needs the recorded poses"))
struct KinematicsTests {
  private struct Recorded {
    let angles: [Double]
    let hand: Vector3
    let quaternion: [Double]
  }

  private func recordedPoses() throws -> [Recorded] {
    try RobotReference.json("sawyer_fk_reference.json").member("fk").arrayValue?.map { pose in
      Recorded(
        angles: try pose.member("q").numbers(), hand: try pose.member("hand_pos").vector(),
        quaternion: try pose.member("hand_quat_wxyz").numbers())
    } ?? []
  }

  /// The chain of homogeneous matrices as MuJoCo's model file gives it, multiplied out.
  private func chainedMatrix(_ angles: [Double]) throws -> [[Double]] {
    let model = try RobotReference.json("sawyer_fk_reference.json")
    var matrix = (0..<4).map { row in (0..<4).map { $0 == row ? 1.0 : 0.0 } }
    for (joint, link) in try (model.member("joints").arrayValue ?? []).enumerated() {
      matrix = product(matrix, try linkMatrix(link))
      let (cosine, sine) = (cos(angles[joint]), sin(angles[joint]))
      matrix = product(
        matrix, [[cosine, -sine, 0, 0], [sine, cosine, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    }
    for link in try model.member("fixed").arrayValue ?? [] {
      matrix = product(matrix, try linkMatrix(link))
    }
    return matrix
  }

  private func linkMatrix(_ link: JSONValue) throws -> [[Double]] {
    let offset = try link.member("pos").numbers()
    let q = try link.member("quat_wxyz").numbers()
    let (w, x, y, z) = (q[0], q[1], q[2], q[3])
    return [
      [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), offset[0]],
      [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x), offset[1]],
      [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y), offset[2]],
      [0, 0, 0, 1],
    ]
  }

  private func product(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
    first.map { row in
      (0..<4).map { column in (0..<4).reduce(0) { $0 + row[$1] * second[$1][column] } }
    }
  }

  @Test func theHandIsWhereTheChainOfTheOriginalPutsIt() throws {
    let poses = try recordedPoses()
    #expect(poses.count >= 8)
    for pose in poses {
      let hand = SevenJointArm(angles: SevenJointArm.Joints(pose.angles)).pose.hand
      let matrix = try chainedMatrix(pose.angles)
      let chained = Vector3(matrix[0][3], matrix[1][3], matrix[2][3])
      #expect(hand.position.distance(to: chained) < 1e-12)
      let axes = [hand.rotation.x, hand.rotation.y, hand.rotation.z]
      for (column, axis) in axes.enumerated() {
        let expected = Vector3(matrix[0][column], matrix[1][column], matrix[2][column])
        #expect(axis.distance(to: expected) < 1e-12)
      }
      // MuJoCo's own answer was recorded with nine decimals.
      #expect(hand.position.distance(to: pose.hand) < 2e-9)
    }
  }

  @Test func theHandTurnsAsMuJoCoSays() throws {
    for pose in try recordedPoses() {
      let hand = SevenJointArm(angles: SevenJointArm.Joints(pose.angles)).pose.hand
      let q = pose.quaternion
      let (w, x, y, z) = (q[0], q[1], q[2], q[3])
      let down = Vector3(
        1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y))
      #expect(hand.rotation.x.distance(to: down) < 1e-8)
    }
  }

  @Test func jointsStayWithinTheirLimits() throws {
    let limits =
      try RobotReference.json("sawyer_fk_reference.json").member("limits")
      .arrayValue?.map { try $0.numbers() } ?? []
    let scene = RobotScene(puck: Vector3(0, 0.65, 0.02), goal: Vector3(-0.1, 0.9, 0.3))
    var simulation = RobotSimulation(.reach, scene, arm: .jointed)
    for step in 0..<300 {
      // Corners of the workspace that the arm cannot all reach.
      let side = step < 150 ? 1.0 : -1.0
      simulation.step(RobotAction(move: Vector3(side, 1, -side), grip: 0))
      guard case .sevenJoints(let arm) = simulation.arm else { continue }
      for joint in 0..<SevenJointArm.jointCount {
        #expect((limits[joint][0]...limits[joint][1]).contains(arm.angles[joint]))
      }
    }
  }
}
