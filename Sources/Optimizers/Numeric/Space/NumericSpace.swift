// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// The trainable numbers of a problem as the coordinates of a vector.
///
/// A point has one coordinate for each trainable whole or real number, in parameter order and in
/// the parameter's own unit. Everything else keeps its value.
struct NumericSpace: Sendable {
  /// The coordinates, those with a single value left out.
  let coordinates: [NumericCoordinate]

  /// Reads the trainable numbers of a problem.
  init(_ parameters: [ParameterSpecification]) {
    coordinates = parameters.filter(\.isTrainable).compactMap(NumericCoordinate.init)
  }

  /// Whether all of these kinds, at least one, are whole or real numbers.
  static func covers(_ kinds: [ParameterKind]) -> Bool {
    let isCovered = kinds.allSatisfy { kind in
      switch kind {
      case .integer, .real: true
      case .text, .code, .flag, .choice: false
      }
    }
    return isCovered && !kinds.isEmpty
  }

  /// The number of coordinates.
  var count: Int { coordinates.count }

  /// The point with which the trial begins.
  var start: [Double] { coordinates.map(\.start) }

  /// The nearest point whose coordinates may be proposed.
  func admitted(_ point: [Double]) -> [Double] {
    zip(coordinates, point).map { coordinate, number in
      number == coordinate.start ? number : coordinate.admitted(number)
    }
  }

  /// The point at a place of the unit cube, which is stretched over the ranges.
  func point(atUnit place: [Double]) -> [Double] {
    zip(coordinates, place).map { $0.range.lowerBound + $1 * $0.width }
  }

  /// The place of a point in the unit cube.
  func unit(of point: [Double]) -> [Double] {
    zip(coordinates, point).map { ($1 - $0.range.lowerBound) / $0.width }
  }

  /// The values of a point, in place of those that `values` has for the coordinates.
  func values(at point: [Double], changing values: ParameterValues) -> ParameterValues {
    var result = values
    for (coordinate, number) in zip(coordinates, point) {
      result[coordinate.name] = coordinate.value(number)
    }
    return result
  }
}
