// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A function of several numbers whose least value is known.
package struct Surface: Sendable {
  /// The ranges of the coordinates.
  package let domain: [ClosedRange<Double>]
  /// The least value.
  package let leastValue: Double
  /// How far above the least value a value may be to count as reached.
  package let tolerance: Double
  /// The value at a point.
  package let value: @Sendable ([Double]) -> Double
  /// The derivatives at a point, when feedback may speak of them.
  package let gradient: (@Sendable ([Double]) -> [Double])?

  /// A classic landscape; values within 0.01 of the least one count as reached.
  ///
  /// - Parameters:
  ///   - landscape: The function.
  ///   - tellsDirection: Whether feedback says which way each coordinate should move.
  package init(_ landscape: Landscape, tellsDirection: Bool) {
    domain = landscape.domain
    leastValue = landscape.leastValue
    tolerance = 0.01
    value = { landscape.value(at: $0) }
    let slopes: @Sendable ([Double]) -> [Double] = { landscape.gradient(at: $0) }
    gradient = tellsDirection ? slopes : nil
  }

  /// A function of the BBOB test bed, whose last target is 1e-8 above the least value.
  package init(_ problem: BBOBProblem) {
    domain = [ClosedRange<Double>](repeating: BBOBProblem.bounds, count: problem.dimension)
    leastValue = problem.optimalValue
    tolerance = 1e-8
    value = { problem.value(at: $0) }
    gradient = nil
  }
}
