// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

extension Landscape {
  /// The value at a point.
  ///
  /// - Parameter point: As many coordinates as the domain has.
  /// - Returns: The value; points outside the domain have one too.
  /// - Complexity: O(*n*) in the dimension.
  package func value(at point: [Double]) -> Double {
    precondition(point.count == domain.count, "a point has as many coordinates as the domain")
    let (x, y) = (point[0], point[1])
    switch self {
    case .bohachevsky:
      return x * x + 2 * y * y - 0.3 * cos(3 * .pi * x) - 0.4 * cos(4 * .pi * y) + 0.7
    case .booth:
      return (x + 2 * y - 7) * (x + 2 * y - 7) + (2 * x + y - 5) * (2 * x + y - 5)
    case .matyas:
      return 0.26 * (x * x + y * y) - 0.48 * x * y
    case .mcCormick:
      return sin(x + y) + (x - y) * (x - y) - 1.5 * x + 2.5 * y + 1
    case .rosenbrock:
      return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    case .rotatedHyperEllipsoid:
      return point.enumerated().reduce(0) { sum, coordinate in
        sum + Double(point.count - coordinate.offset) * coordinate.element * coordinate.element
      }
    case .sixHumpCamel:
      let (x2, y2) = (x * x, y * y)
      return (4 - 2.1 * x2 + x2 * x2 / 3) * x2 + x * y + (4 * y2 - 4) * y2
    case .threeHumpCamel:
      let x2 = x * x
      return 2 * x2 - 1.05 * x2 * x2 + x2 * x2 * x2 / 6 + x * y + y * y
    }
  }

  /// The derivative of the value with respect to each coordinate.
  ///
  /// - Parameter point: As many coordinates as the domain has.
  /// - Returns: One derivative for each coordinate.
  /// - Complexity: O(*n*) in the dimension.
  package func gradient(at point: [Double]) -> [Double] {
    precondition(point.count == domain.count, "a point has as many coordinates as the domain")
    let (x, y) = (point[0], point[1])
    switch self {
    case .bohachevsky:
      return [
        2 * x + 0.9 * .pi * sin(3 * .pi * x),
        4 * y + 1.6 * .pi * sin(4 * .pi * y),
      ]
    case .booth:
      return [10 * x + 8 * y - 34, 8 * x + 10 * y - 38]
    case .matyas:
      return [0.52 * x - 0.48 * y, 0.52 * y - 0.48 * x]
    case .mcCormick:
      return [cos(x + y) + 2 * (x - y) - 1.5, cos(x + y) - 2 * (x - y) + 2.5]
    case .rosenbrock:
      return [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)]
    case .rotatedHyperEllipsoid:
      return point.enumerated().map { 2 * Double(point.count - $0.offset) * $0.element }
    case .sixHumpCamel:
      let x2 = x * x
      return [(8 - 8.4 * x2 + 2 * x2 * x2) * x + y, x + (16 * y * y - 8) * y]
    case .threeHumpCamel:
      let x2 = x * x
      return [(4 - 4.2 * x2 + x2 * x2) * x + y, x + 2 * y]
    }
  }
}
