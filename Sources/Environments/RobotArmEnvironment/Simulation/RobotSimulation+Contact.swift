// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What fingers and puck do to each other in one substep.
extension RobotSimulation {
  /// The compliance of the pads under a squeeze, in newtons per metre.
  private static let padStiffness = 1.2e5
  private static let padFriction = 2.0
  /// The force of one finger, in newtons, from which a held puck can be lifted.
  private static let graspForce = 5.0
  /// A vertical overlap up to which a finger that comes down rests on the puck.
  private static let landingOverlap = 0.006
  /// How much narrower than the puck a gap has to be so that the puck cannot get in between.
  private static let admission = 0.004

  /// The faces of the fingers along y, and half the puck's chord that the pads see.
  private struct Gap {
    var right: Double
    var left: Double
    let outerRight: Double
    let outerLeft: Double
    let halfChord: Double

    var width: Double { left - right }
  }

  /// Moves fingers, hand and puck out of each other and decides whether the puck is grasped.
  mutating func resolveContact(effort: Double) {
    let overlap =
      min(hand.position.z + Fingers.halfHeight, puck.position.z + Puck.halfHeight)
      - max(hand.position.z - Fingers.halfHeight, puck.position.z - Puck.halfHeight)
    let offset = puck.position.x - hand.position.x
    let excess = max(0, abs(offset) - Fingers.halfWidth)
    guard overlap > 0, excess < Puck.radius else {
      touchesWithBoth = false
      isGrasping = false
      return
    }
    let y = hand.position.y
    let gap = Gap(
      right: y - Fingers.innerFace + fingers.right, left: y + Fingers.innerFace + fingers.left,
      outerRight: y - Fingers.outerFace + fingers.right,
      outerLeft: y + Fingers.outerFace + fingers.left,
      halfChord: (Puck.radius * Puck.radius - excess * excess).squareRoot())
    var force = 0.0
    let middle = puck.position.y
    if middle > (gap.right + gap.outerRight) / 2, middle < (gap.left + gap.outerLeft) / 2 {
      touchesWithBoth = resolveInside(gap, overlap, offset, effort, &force)
    } else {
      pushFromOutside(gap, overlap)
      touchesWithBoth = false
    }
    isGrasping = touchesWithBoth && force > Self.graspForce
  }

  /// The puck is between the fingers.
  ///
  /// - Returns: Whether both touch it.
  private mutating func resolveInside(
    _ gap: Gap, _ overlap: Double, _ offset: Double, _ effort: Double, _ force: inout Double
  ) -> Bool {
    let rightDepth = gap.right - (puck.position.y - gap.halfChord)
    let leftDepth = puck.position.y + gap.halfChord - gap.left
    if !isGrasping, land(overlap, depth: max(rightDepth, leftDepth)) { return false }
    if !touchesWithBoth, abs(offset) > Fingers.halfWidth,
      gap.width < 2 * gap.halfChord - Self.admission
    {
      pushAlongX(gap, offset)
    } else if gap.width <= 2 * gap.halfChord + 1e-9 {
      force = squeeze(gap, effort)
      return true
    } else if rightDepth > 0 {
      push(by: rightDepth, speed: hand.velocity.y + fingers.rightSpeed)
    } else if leftDepth > 0 {
      push(by: -leftDepth, speed: hand.velocity.y + fingers.leftSpeed)
    }
    return false
  }

  private mutating func pushFromOutside(_ gap: Gap, _ overlap: Double) {
    let isOnTheRight = puck.position.y <= (gap.right + gap.outerRight) / 2
    let depth =
      isOnTheRight
      ? puck.position.y + gap.halfChord - gap.outerRight
      : gap.outerLeft - (puck.position.y - gap.halfChord)
    guard depth > 0, !land(overlap, depth: depth) else { return }
    push(
      by: isOnTheRight ? -depth : depth,
      speed: hand.velocity.y + (isOnTheRight ? fingers.rightSpeed : fingers.leftSpeed))
  }

  /// Lets a finger that comes down from above rest on the puck, which lifts the hand.
  private mutating func land(_ overlap: Double, depth: Double) -> Bool {
    guard overlap < Self.landingOverlap, hand.velocity.z < 0, depth > overlap else { return false }
    hand.position.z += overlap
    hand.velocity.z = max(0, hand.velocity.z)
    return true
  }

  /// The fingers are too narrow to let the puck in: their edges push it along x.
  private mutating func pushAlongX(_ gap: Gap, _ offset: Double) {
    let side = offset < 0 ? -1.0 : 1.0
    let half = 0.5 * gap.width
    let reach = max(0, Puck.radius * Puck.radius - half * half).squareRoot()
    puck.position.x = hand.position.x + side * (Fingers.halfWidth + reach)
    if side * hand.velocity.x > side * puck.velocity.x { puck.velocity.x = hand.velocity.x }
  }

  /// Both fingers press on the puck and bring it to their middle.
  ///
  /// - Returns: The force of each finger, in newtons.
  private mutating func squeeze(_ gap: Gap, _ effort: Double) -> Double {
    let force = 0.5 * Fingers.stiffness * (2 * effort - fingers.right + fingers.left)
    let excess = gap.width - (2 * gap.halfChord - 2 * max(0, force) / Self.padStiffness)
    let speed = 0.5 * (fingers.rightSpeed + fingers.leftSpeed)
    if excess < 0 {
      fingers.rightSpeed = speed
      fingers.leftSpeed = speed
      fingers.right += excess / 2
      fingers.left -= excess / 2
    }
    puck.position.y = 0.5 * (gap.right + gap.left)
    puck.velocity.y = hand.velocity.y + speed
    return force
  }

  /// One finger pushes the puck along y, and friction carries it along x.
  private mutating func push(by shift: Double, speed: Double) {
    puck.position.y += shift
    puck.velocity.y =
      shift > 0 ? max(puck.velocity.y, speed) : min(puck.velocity.y, speed)
    let limit = Self.padFriction * abs(speed)
    puck.velocity.x = min(max(hand.velocity.x, -limit), limit)
  }
}
