// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A rotation in space, kept as the images of the three axes.
package struct Rotation: Sendable, Hashable {
  /// The image of the x axis.
  package var x: Vector3
  /// The image of the y axis.
  package var y: Vector3
  /// The image of the z axis.
  package var z: Vector3

  /// No rotation.
  static let identity = Rotation(
    x: Vector3(1, 0, 0), y: Vector3(0, 1, 0), z: Vector3(0, 0, 1))
}

extension Rotation {
  /// The rotation of a quaternion, which is brought to unit length.
  init(quaternion w: Double, _ x: Double, _ y: Double, _ z: Double) {
    let norm = (w * w + x * x + y * y + z * z).squareRoot()
    let (w, x, y, z) = (w / norm, x / norm, y / norm, z / norm)
    self.x = Vector3(1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y))
    self.y = Vector3(2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x))
    self.z = Vector3(2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y))
  }

  /// The image of a vector.
  static func * (rotation: Rotation, vector: Vector3) -> Vector3 {
    vector.x * rotation.x + vector.y * rotation.y + vector.z * rotation.z
  }

  /// The second rotation followed by the first.
  static func * (first: Rotation, second: Rotation) -> Rotation {
    Rotation(x: first * second.x, y: first * second.y, z: first * second.z)
  }

  /// The rotation after a turn about its own z axis, of which cosine and sine are given.
  func turned(cosine: Double, sine: Double) -> Rotation {
    Rotation(x: cosine * x + sine * y, y: cosine * y + -sine * x, z: z)
  }

  /// The axis, times the sine of the angle, of the turn that brings this rotation to another one.
  ///
  /// It is half the sum of the vector products of the images of the axes.
  func turn(to other: Rotation) -> Vector3 {
    0.5 * (x.cross(other.x) + y.cross(other.y) + z.cross(other.z))
  }
}
