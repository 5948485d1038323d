// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// Derivatives from differences of costs, each of which is a query.
///
/// Real coordinates take two queries each, one on either side; beside a bound or a point without a
/// finite score both are on the other side. The careful rules are the library's adaptive ones of
/// five points, with 4 or 8 queries a coordinate. Whole coordinates take the difference of their
/// neighbours in any case.
struct DifferenceGradient {
  /// How real coordinates are differentiated.
  enum Care: Sendable {
    /// By two queries.
    case plain
    /// By the library's adaptive rules.
    case careful
  }

  /// The step of a plain difference as a part of the range: the cube root of the distance of
  /// neighbouring numbers, where errors of rounding and of cutting off are of one size.
  private static let plainStep = Double(sign: .plus, exponent: -17, significand: 1)
  /// The first step of a careful rule, as a part of the range.
  private static let carefulStep = 1e-4

  /// How real coordinates are differentiated.
  var care = Care.plain
  private let objective: NumericObjective

  /// Creates the gradient of an objective.
  init(_ objective: NumericObjective) { self.objective = objective }

  /// The derivatives of the cost at the admitted point nearest to `point`.
  ///
  /// Where a bound is reached and the cost falls beyond it, the derivative is 0, as it is for the
  /// cost of the nearest admitted point. So it is where no rule finds finite scores.
  ///
  /// - Throws: when the search has to end.
  func slopes(at point: [Double]) throws -> [Double] {
    let admitted = objective.space.admitted(point)
    return try objective.space.coordinates.enumerated().map { index, coordinate in
      let slope =
        coordinate.isWhole
        ? try wholeSlope(at: admitted, index) : try realSlope(at: admitted, index)
      guard let bounds = coordinate.bounds else { return slope }
      let isHeld =
        admitted[index] <= bounds.lowerBound && slope > 0
        || admitted[index] >= bounds.upperBound && slope < 0
      return isHeld ? 0 : slope
    }
  }

  private func wholeSlope(at point: [Double], _ index: Int) throws -> Double {
    var sides: [(place: Double, cost: Double)] = []
    for side in [-1.0, 1] {
      var neighbour = point
      neighbour[index] = objective.space.coordinates[index].admitted(point[index] + side)
      guard neighbour[index] != point[index] else { continue }
      let measurement = try objective.measurement(at: neighbour)
      if measurement.isFinite { sides.append((neighbour[index], measurement.cost)) }
    }
    if sides.count == 1 {
      let middle = try objective.measurement(at: point)
      if middle.isFinite { sides.append((point[index], middle.cost)) }
    }
    guard sides.count == 2 else { return 0 }
    return (sides[1].cost - sides[0].cost) / (sides[1].place - sides[0].place)
  }

  private func realSlope(at point: [Double], _ index: Int) throws -> Double {
    let coordinate = objective.space.coordinates[index]
    let bounds = coordinate.bounds ?? -Double.infinity...Double.infinity
    let step = coordinate.width * (care == .plain ? Self.plainStep : Self.carefulStep)
    var sides = Side.allCases
    if point[index] - step < bounds.lowerBound { sides = [.above] }
    if point[index] + step > bounds.upperBound { sides = [.below] }
    for side in sides {
      let line = CostLine(objective, through: point, along: index)
      let slope =
        switch care {
        case .plain: line.plainSlope(step: step, side)
        case .careful: line.carefulSlope(step: step, side)
        }
      if let failure = line.failure { throw failure }
      if line.isFinite, slope.isFinite { return slope }
    }
    return 0
  }
}

/// Where the queries of a difference lie.
private enum Side: CaseIterable {
  case both
  case above
  case below
}

/// The cost as a function of one coordinate.
private final class CostLine {
  private let objective: NumericObjective
  private let point: [Double]
  private let index: Int
  private(set) var isFinite = true
  private(set) var failure: (any Error)?

  init(_ objective: NumericObjective, through point: [Double], along index: Int) {
    self.objective = objective
    self.point = point
    self.index = index
  }

  /// A central difference, or three points of which the middle one is the step away.
  func plainSlope(step: Double, _ side: Side) -> Double {
    let place = point[index]
    let sign: Double
    switch side {
    case .both:
      return (cost(at: place + step) - cost(at: place - step)) / (2 * step)
    case .above: sign = 1
    case .below: sign = -1
    }
    let (here, near) = (cost(at: place), cost(at: place + sign * step))
    return sign * (4 * near - cost(at: place + 2 * sign * step) - 3 * here) / (2 * step)
  }

  /// The library's rule for the side.
  func carefulSlope(step: Double, _ side: Side) -> Double {
    GSLErrors.areReturned
    var result = Double.nan
    var error = Double.nan
    var function = gsl_function(
      function: { number, context in
        guard let context else { return .nan }
        return Unmanaged<CostLine>.fromOpaque(context).takeUnretainedValue().cost(at: number)
      },
      params: Unmanaged.passUnretained(self).toOpaque())
    withExtendedLifetime(self) {
      _ =
        switch side {
        case .both: gsl_deriv_central(&function, point[index], step, &result, &error)
        case .above: gsl_deriv_forward(&function, point[index], step, &result, &error)
        case .below: gsl_deriv_backward(&function, point[index], step, &result, &error)
        }
    }
    return result
  }

  private func cost(at number: Double) -> Double {
    // Once a rule has met a point without a finite score it is of no use: it gets no more queries.
    guard failure == nil, isFinite else { return .nan }
    var moved = point
    moved[index] = number
    do {
      let measurement = try objective.measurement(at: moved)
      isFinite = measurement.isFinite
      return measurement.cost
    } catch {
      failure = error
      return .nan
    }
  }
}
