// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Solves for joint speeds that give the hand a velocity, with small speeds preferred (Wampler,
/// IEEE Transactions on Systems, Man, and Cybernetics 16, 1986).
struct DampedLeastSquares: Sendable {
  /// How the hand moves for each joint.
  var columns = InlineArray<7, SpatialVector>(
    repeating: SpatialVector(linear: .zero, angular: .zero))
  /// Which joints may move.
  var isFree = InlineArray<7, Bool>(repeating: true)

  private static let damping = 0.08
  private static let size = 6

  /// The speeds of the free joints, Jᵀ (J Jᵀ + λ² I)⁻¹ v; the others stand still.
  func speeds(for wanted: SpatialVector) -> SevenJointArm.Joints {
    let solution = solve(normalMatrix(), wanted)
    var speeds = SevenJointArm.Joints(repeating: 0)
    for joint in 0..<SevenJointArm.jointCount where isFree[joint] {
      speeds[joint] =
        columns[joint].linear.dot(solution.linear) + columns[joint].angular.dot(solution.angular)
    }
    return speeds
  }

  /// J Jᵀ + λ² I over the free joints, by rows.
  private func normalMatrix() -> InlineArray<36, Double> {
    var matrix = InlineArray<36, Double>(repeating: 0)
    for joint in 0..<SevenJointArm.jointCount where isFree[joint] {
      let column = Self.numbers(columns[joint])
      for row in 0..<Self.size {
        for place in 0...row {
          matrix[row * Self.size + place] += column[row] * column[place]
        }
      }
    }
    for row in 0..<Self.size { matrix[row * Self.size + row] += Self.damping * Self.damping }
    return matrix
  }

  /// Solves by Cholesky's method, of which only the lower triangle is read.
  private func solve(
    _ matrix: InlineArray<36, Double>, _ right: SpatialVector
  ) -> SpatialVector {
    var factor = matrix
    var unknown = Self.numbers(right)
    let size = Self.size
    for row in 0..<size {
      for place in 0...row {
        var sum = factor[row * size + place]
        for index in 0..<place { sum -= factor[row * size + index] * factor[place * size + index] }
        factor[row * size + place] =
          place == row ? sum.squareRoot() : sum / factor[place * size + place]
      }
      var sum = unknown[row]
      for index in 0..<row { sum -= factor[row * size + index] * unknown[index] }
      unknown[row] = sum / factor[row * size + row]
    }
    for row in (0..<size).reversed() {
      var sum = unknown[row]
      for index in row + 1..<size { sum -= factor[index * size + row] * unknown[index] }
      unknown[row] = sum / factor[row * size + row]
    }
    return SpatialVector(
      linear: Vector3(unknown[0], unknown[1], unknown[2]),
      angular: Vector3(unknown[3], unknown[4], unknown[5]))
  }

  private static func numbers(_ vector: SpatialVector) -> InlineArray<6, Double> {
    [
      vector.linear.x, vector.linear.y, vector.linear.z,
      vector.angular.x, vector.angular.y, vector.angular.z,
    ]
  }
}
