// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The hand as a point that moves without turning.
package struct HandMotion: Sendable, Hashable {
  /// Where it is.
  package var position: Vector3
  /// How fast it moves, in metres a second.
  package var velocity = Vector3.zero

  /// Where the hand is after Meta-World's reset, before it has quite settled.
  static let start = Vector3(0.006152, 0.600190, 0.194301)
  /// By how much the hand's rest lies off the point that it follows: its weight and the shoulder's
  /// limit pull at it.
  static let sag = Vector3(0, 0.0003, -0.0038)
}

extension HandMotion {
  // Natural frequencies (1/s) and damping ratios, fitted to recorded ramps of the original.
  private static let frequency = Vector3(33.0, 71.1, 35.0)
  private static let damping = Vector3(0.81, 2.80, 0.98)
  // Beyond this reach the shoulder stands at its limit and the elbow has to fold over.
  private static let easyReach = 0.7234
  private static let reachDrag = 1.46e5

  /// Moves the hand as a damped spring pulls it to the point that it follows, by one step of
  /// semi-implicit Euler.
  ///
  /// The drag of a far reach is thousands per second, hence taken implicitly.
  mutating func follow(_ target: Vector3, for step: Double) {
    let pull = target + Self.sag - position
    velocity.x += step * Self.acceleration(pull.x, velocity.x, Self.frequency.x, Self.damping.x)
    velocity.y += step * Self.acceleration(pull.y, velocity.y, Self.frequency.y, Self.damping.y)
    velocity.z += step * Self.acceleration(pull.z, velocity.z, Self.frequency.z, Self.damping.z)
    let excess = max(0, position.y - Self.easyReach)
    velocity.y /= 1 + Self.reachDrag * excess * excess * step
    position = position + step * velocity
  }

  private static func acceleration(
    _ pull: Double, _ velocity: Double, _ frequency: Double, _ damping: Double
  ) -> Double {
    frequency * frequency * pull - 2 * damping * frequency * velocity
  }
}
