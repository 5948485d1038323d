// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One instance of a BBOB function, with the values that COCO gives (Hansen et al., 2021).
package struct BBOBProblem: Sendable {
  /// The dimensions of the test bed.
  package static let dimensions = [2, 3, 5, 10, 20, 40]
  /// The box, the same in each coordinate, that solutions are looked for in.
  package static let bounds = -5.0...5.0

  /// The function.
  package let function: BBOBFunction
  /// The number of coordinates.
  package let dimension: Int
  /// The instance, which fixes the place of the optimum, the rotations and the offset.
  package let instance: Int
  /// The least value.
  package let optimalValue: Double
  /// Where the least value is.
  package let optimum: [Double]

  private let stages: [BBOBStage]
  private let formula: BBOBFormula
  private let penaltyFactor: Double

  /// Creates an instance.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - dimension: From 2 to 40.
  ///   - instance: At least 1.
  /// - Complexity: O(*n*³) in the dimension.
  package init(_ function: BBOBFunction, dimension: Int, instance: Int) {
    precondition((2...40).contains(dimension), "BBOB functions have 2 to 40 dimensions")
    precondition(instance >= 1, "instances are counted from 1")
    self.function = function
    self.dimension = dimension
    self.instance = instance
    optimalValue = BBOBRandom.optimalValue(of: function, instance: instance)
    let recipe = BBOBRecipe(function, dimension: dimension, instance: instance)
    optimum = recipe.optimum
    stages = recipe.stages
    formula = recipe.formula
    penaltyFactor = recipe.penaltyFactor
  }

  /// The value at a point; points outside the box have values too.
  ///
  /// - Parameter point: As many coordinates as the dimension says.
  /// - Returns: The value, at least the least one.
  /// - Complexity: O(*n*²) at most, for Gallagher's functions O(*n* · *p*) in the peaks, without
  ///   allocating on the heap.
  package func value(at point: [Double]) -> Double { excess(at: point) + optimalValue }

  /// How far the value at a point is above the least value.
  package func excess(at point: [Double]) -> Double {
    precondition(point.count == dimension, "a point has as many coordinates as its function")
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * dimension) { room in
      guard var current = room.baseAddress else { return .nan }
      var spare = current + dimension
      point.withUnsafeBufferPointer { source in
        for index in 0..<dimension { current[index] = source[index] }
      }
      for stage in stages { stage.apply(&current, &spare, count: dimension) }
      let raw = formula.value(at: current, spare: spare, count: dimension)
      return finished(raw) + penalty(at: point)
    }
  }

  private func finished(_ raw: Double) -> Double {
    guard function == .attractiveSector else { return raw }
    return pow(BBOBStage.oscillated(raw), 0.9)
  }

  private func penalty(at point: [Double]) -> Double {
    guard penaltyFactor > 0 else { return 0 }
    var sum = 0.0
    for coordinate in point {
      let excess = abs(coordinate) - Self.bounds.upperBound
      if excess > 0 { sum += excess * excess }
    }
    return penaltyFactor * sum
  }
}
