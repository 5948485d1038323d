// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The simplex search of Nelder and Mead.
struct SimplexMinimizer: NumericSearch {
  /// The length of the first simplex's edges, as a part of the ranges.
  private static let firstEdge = 0.1
  /// The size of a simplex, as a part of the ranges, from which on it is a point.
  private static let leastSize = 1e-8

  /// Moves the simplex until it is a point, for whole numbers until it fits between neighbours.
  ///
  /// - Parameter objective: What is minimised.
  /// - Returns: Why the search ended.
  /// - Throws: what `objective` throws.
  func run(on objective: NumericObjective) throws -> String {
    let objective = GSLObjective(objective)
    let coordinates = objective.space.coordinates
    let leastSize = coordinates.reduce(Self.leastSize) { least, coordinate in
      coordinate.isWhole ? max(least, 0.25 / coordinate.width) : least
    }
    let simplex = GSLSimplex(
      at: [Double](repeating: 0, count: coordinates.count), edges: coordinates.map(Self.edge)
    ) { objective.cost(at: $0) }
    try objective.check()
    while simplex.size > leastSize, !objective.isIdle {
      let hasMoved = simplex.move()
      try objective.check()
      if !hasMoved { break }
    }
    return "the simplex is a point"
  }

  /// Points into the range, and for whole numbers at a neighbour at least.
  private static func edge(_ coordinate: NumericCoordinate) -> Double {
    let length = coordinate.isWhole ? max(firstEdge, 1 / coordinate.width) : firstEdge
    let end = coordinate.start + length * coordinate.width
    return end > coordinate.range.upperBound ? -length : length
  }
}
