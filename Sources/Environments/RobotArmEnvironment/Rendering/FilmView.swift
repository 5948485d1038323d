// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A direction from which the table is seen, with the part of the world that a panel shows.
struct FilmView: Sendable {
  /// Pixels of one metre.
  static let scale = 420.0

  /// What a point's place across and up the panel is.
  private let project: @Sendable (Vector3) -> (across: Double, up: Double)
  private let origin: (across: Double, up: Double)
  /// Whether the table's plane is the panel's.
  let isFromAbove: Bool
  /// The panel's size in pixels.
  let width: Double
  let height: Double

  /// From the side: y to the right, z up.
  static let side = FilmView(
    across: 0.40...1.00, up: -0.03...0.45, { (across: $0.y, up: $0.z) })
  /// From the side, with the whole arm.
  static let sideWithArm = FilmView(
    across: -0.25...1.00, up: -0.03...0.85, { (across: $0.y, up: $0.z) })
  /// From above: y to the right, x up.
  static let top = FilmView(
    across: 0.40...1.00, up: -0.20...0.20, isFromAbove: true, { (across: $0.y, up: $0.x) })

  private init(
    across: ClosedRange<Double>, up: ClosedRange<Double>, isFromAbove: Bool = false,
    _ project: @escaping @Sendable (Vector3) -> (across: Double, up: Double)
  ) {
    self.project = project
    self.isFromAbove = isFromAbove
    origin = (across.lowerBound, up.upperBound)
    width = (across.upperBound - across.lowerBound) * Self.scale
    height = (up.upperBound - up.lowerBound) * Self.scale
  }

  /// The place of a point in the panel, in pixels from its upper left corner.
  func place(_ point: Vector3) -> (x: Double, y: Double) {
    let (across, up) = project(point)
    return ((across - origin.across) * Self.scale, (origin.up - up) * Self.scale)
  }

  /// Places of points as an SVG list.
  func list(_ points: [Vector3]) -> String {
    points.map { point in
      let (x, y) = place(point)
      return "\(SVGElement.number(x)),\(SVGElement.number(y))"
    }.joined(separator: " ")
  }
}
