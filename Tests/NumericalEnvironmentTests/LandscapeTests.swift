// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL
import Datasets
import NumericalEnvironment
import Testing

struct LandscapeTests {
  /// Worked out by hand from the published formulas.
  @Test(arguments: [
    (Landscape.bohachevsky, [1.0, 1.0], 3.6),
    (.booth, [0, 0], 74),
    (.matyas, [1, -1], 1),
    (.mcCormick, [0, 0], 1),
    (.rosenbrock, [-1, 2], 104),
    (.rotatedHyperEllipsoid, [1, 2, 3], 20),
    (.sixHumpCamel, [1, 1], 3.2333333333333334),
    (.threeHumpCamel, [1, 1], 3.1166666666666667),
  ])
  func valuesFollowTheFormula(landscape: Landscape, point: [Double], expected: Double) {
    #expect(abs(landscape.value(at: point) - expected) < 1e-12)
  }

  @Test(arguments: Landscape.allCases)
  func theKnownOptimumIsTheLeastValue(landscape: Landscape) {
    for optimum in landscape.optima {
      #expect(zip(landscape.domain, optimum).allSatisfy { $0.contains($1) })
      #expect(abs(landscape.value(at: optimum) - landscape.leastValue) < 1e-12)
      #expect(landscape.gradient(at: optimum).allSatisfy { abs($0) < 1e-6 })
    }
    var stream = SeededStream(seed: 4)
    for _ in 0..<2000 {
      let point = landscape.domain.map { coordinate(in: $0, &stream) }
      #expect(landscape.value(at: point) >= landscape.leastValue)
    }
  }

  /// Derivatives by hand against GSL's numeric ones.
  @Test(arguments: Landscape.allCases)
  func gradientsAgreeWithNumericDerivatives(landscape: Landscape) {
    var stream = SeededStream(seed: 9)
    for _ in 0..<20 {
      let place = landscape.domain.map { coordinate(in: $0, &stream) }
      for (index, slope) in landscape.gradient(at: place).enumerated() {
        let numeric = numericSlope(of: landscape, at: place, along: index)
        #expect(abs(slope - numeric) <= 1e-5 * max(1, abs(slope)))
      }
    }
  }

  private func coordinate(in range: ClosedRange<Double>, _ stream: inout SeededStream) -> Double {
    let unit = Double(stream.integer(in: 0...1_000_000)) / 1_000_000
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }

  private struct Line {
    let landscape: Landscape
    let place: [Double]
    let index: Int
  }

  private func numericSlope(
    of landscape: Landscape, at place: [Double], along index: Int
  ) -> Double {
    withUnsafePointer(to: Line(landscape: landscape, place: place, index: index)) { pointer in
      var function = gsl_function(
        function: { coordinate, context in
          guard let line = context?.assumingMemoryBound(to: Line.self).pointee else { return .nan }
          var place = line.place
          place[line.index] = coordinate
          return line.landscape.value(at: place)
        },
        params: UnsafeMutableRawPointer(mutating: pointer)
      )
      var value = 0.0
      var error = 0.0
      gsl_deriv_central(&function, place[index], 1e-3, &value, &error)
      return value
    }
  }
}
