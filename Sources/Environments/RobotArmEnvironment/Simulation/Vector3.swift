// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A point or a displacement in metres: x to the robot's left, y forward, z up.
package struct Vector3: Sendable, Hashable {
  /// The first coordinate.
  package var x: Double
  /// The second coordinate.
  package var y: Double
  /// The third coordinate.
  package var z: Double

  /// Creates a vector.
  package init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The origin.
  package static let zero = Vector3(0, 0, 0)
}

extension Vector3 {
  /// The sum.
  package static func + (first: Vector3, second: Vector3) -> Vector3 {
    Vector3(first.x + second.x, first.y + second.y, first.z + second.z)
  }

  /// The difference.
  package static func - (first: Vector3, second: Vector3) -> Vector3 {
    Vector3(first.x - second.x, first.y - second.y, first.z - second.z)
  }

  /// The vector, `factor` times as long.
  package static func * (factor: Double, vector: Vector3) -> Vector3 {
    Vector3(factor * vector.x, factor * vector.y, factor * vector.z)
  }

  /// The scalar product.
  func dot(_ other: Vector3) -> Double { x * other.x + y * other.y + z * other.z }

  /// The vector product.
  func cross(_ other: Vector3) -> Vector3 {
    Vector3(
      y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }

  /// The length.
  package var length: Double { dot(self).squareRoot() }

  /// The length of the part that lies in the table's plane.
  package var horizontalLength: Double { (x * x + y * y).squareRoot() }

  /// The largest absolute value of a coordinate.
  package var largestMagnitude: Double { max(abs(x), abs(y), abs(z)) }

  /// The distance to another point.
  package func distance(to other: Vector3) -> Double { (self - other).length }

  /// The vector with every coordinate moved into the box between two corners.
  func clamped(from lower: Vector3, to upper: Vector3) -> Vector3 {
    Vector3(
      min(max(x, lower.x), upper.x), min(max(y, lower.y), upper.y), min(max(z, lower.z), upper.z))
  }

  /// The coordinates in order.
  package var coordinates: [Double] { [x, y, z] }
}
