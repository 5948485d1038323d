// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The puck: an upright cylinder that slides, falls and is carried, and never tilts.
package struct Puck: Sendable, Hashable {
  /// The place of its middle.
  package var position: Vector3
  /// How fast it moves, in metres a second.
  var velocity = Vector3.zero

  static let radius = 0.02
  static let halfHeight = 0.02
  /// The height of its middle when it stands on the table.
  static let restHeight = 0.02
  private static let gravity = 9.81
  private static let tableFriction = 1.0

  /// Lets the puck fall and slide for one step.
  ///
  /// - Parameters:
  ///   - isHeldAlongY: Whether two fingers decide where it is along y.
  ///   - step: Seconds.
  mutating func move(isHeldAlongY: Bool, for step: Double) {
    velocity.z -= Self.gravity * step
    position.z += velocity.z * step
    let speed = velocity.horizontalLength
    if position.z <= Self.restHeight + 1e-6, speed > 0 {
      let kept = max(0, speed - Self.tableFriction * Self.gravity * step) / speed
      velocity.x *= kept
      velocity.y *= kept
    }
    position.x += velocity.x * step
    if !isHeldAlongY { position.y += velocity.y * step }
  }

  /// Lets the puck follow the hand that holds it, in x and z; the fingers decide y.
  mutating func follow(_ displacement: Vector3, of hand: HandMotion) {
    position.x += displacement.x
    position.z += displacement.z
    velocity.x = hand.velocity.x
    velocity.z = hand.velocity.z
  }

  /// Keeps the puck on or above the table, which takes its downward speed.
  mutating func stayAboveTable() {
    guard position.z < Self.restHeight else { return }
    position.z = Self.restHeight
    velocity.z = max(0, velocity.z)
  }
}
