// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A point or vector of the plane in whole hundredths, on a page of 100 by 100.
struct PlanePoint: Sendable, Hashable {
  let x: Int
  let y: Int

  static func + (one: PlanePoint, other: PlanePoint) -> PlanePoint {
    PlanePoint(x: one.x + other.x, y: one.y + other.y)
  }

  static func - (one: PlanePoint, other: PlanePoint) -> PlanePoint {
    PlanePoint(x: one.x - other.x, y: one.y - other.y)
  }

  static func * (vector: PlanePoint, factor: Int) -> PlanePoint {
    PlanePoint(x: vector.x * factor, y: vector.y * factor)
  }

  static prefix func - (vector: PlanePoint) -> PlanePoint { vector * -1 }

  /// Positive when the other vector is to the left of this one.
  func cross(_ other: PlanePoint) -> Int { x * other.y - y * other.x }

  /// The vector turned by a right angle.
  var perpendicular: PlanePoint { PlanePoint(x: -y, y: x) }

  /// The vectors with the same two numbers in any order and with any signs.
  var sameLength: [PlanePoint] {
    [self, PlanePoint(x: y, y: x)].flatMap { vector in
      [
        vector, -vector, PlanePoint(x: vector.x, y: -vector.y),
        PlanePoint(x: -vector.x, y: vector.y),
      ]
    }
  }

  var isOnPage: Bool { (0...9999).contains(x) && (0...9999).contains(y) }

  /// The coordinates with two decimals, as paths have them.
  var text: String { "\(Self.text(x)),\(Self.text(y))" }

  /// A length of 0 or more hundredths with two decimals.
  static func text(_ hundredths: Int) -> String {
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }

  static func random(_ stream: inout SeededStream) -> PlanePoint {
    PlanePoint(x: stream.integer(in: 500...9499), y: stream.integer(in: 500...9499))
  }

  /// A vector whose length is a whole number, by one of three Pythagorean triples.
  static func spoke(_ stream: inout SeededStream) -> (vector: PlanePoint, length: Int) {
    let triples = [(3, 4, 5), (5, 12, 13), (8, 15, 17)]
    let (short, long, length) = stream.element(of: triples)
    let factor = stream.integer(in: 60...180)
    let vector = PlanePoint(x: short * factor, y: long * factor)
    return (stream.element(of: vector.sameLength), length * factor)
  }

  /// Corners around a centre, sorted by direction, none of them straight; `nil` when the points
  /// drawn make no such polygon.
  static func star(of count: Int, _ stream: inout SeededStream) -> [PlanePoint]? {
    let center = PlanePoint(x: stream.integer(in: 3500...6500), y: stream.integer(in: 3500...6500))
    let spokes = (0..<count).map { _ in random(&stream) - center }
    let upper = spokes.filter { $0.y > 0 || $0.y == 0 && $0.x > 0 }
    let lower = spokes.filter { $0.y < 0 || $0.y == 0 && $0.x < 0 }
    let sorted = upper.sorted { $0.cross($1) > 0 } + lower.sorted { $0.cross($1) > 0 }
    guard sorted.count == count else { return nil }
    for (index, spoke) in sorted.enumerated() {
      let next = sorted[(index + 1) % count]
      let afterNext = sorted[(index + 2) % count]
      let corner = (next - spoke).cross(afterNext - next)
      guard spoke.cross(next) > 400_000, abs(corner) > 400_000 else { return nil }
    }
    return sorted.map { center + $0 }
  }

  static func rectangle(_ stream: inout SeededStream) -> [PlanePoint]? {
    let start = random(&stream)
    let unit = PlanePoint(x: stream.integer(in: -60...60), y: stream.integer(in: -60...60))
    let side = unit * stream.integer(in: 15...60)
    let height = unit.perpendicular * stream.integer(in: 15...60)
    let corners = [start, start + side, start + side + height, start + height]
    guard abs(side.cross(height)) > 400_000, corners.allSatisfy(\.isOnPage) else { return nil }
    return side.lengthSquared == height.lengthSquared ? nil : corners
  }

  /// Two tips on an axis and two corners to its sides, nearer to one of the tips.
  static func kite(_ stream: inout SeededStream) -> [PlanePoint]? {
    let middle = random(&stream)
    let axis = PlanePoint(x: stream.integer(in: -60...60), y: stream.integer(in: -60...60))
    let (short, long) = (stream.integer(in: 8...25), stream.integer(in: 30...70))
    let wing = axis.perpendicular * stream.integer(in: 10...40)
    let corners = [middle - axis * short, middle + wing, middle + axis * long, middle - wing]
    return axis.lengthSquared > 100 && corners.allSatisfy(\.isOnPage) ? corners : nil
  }

  private var lengthSquared: Int { x * x + y * y }
}
