// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import OPTO
import Testing
import Trace

@testable import Optimizers

struct DifferenceGradientTests {
  /// Asks `cost` for values and counts.
  final class Counter {
    private(set) var points: [[Double]] = []
    let cost: ([Double]) -> Double

    init(_ cost: @escaping ([Double]) -> Double) { self.cost = cost }

    func ask(_ point: [Double]) -> Observation {
      points.append(point)
      return Observation(score: -cost(point), slopes: nil)
    }
  }

  static func objective(
    _ kinds: [ParameterKind], start: TraceValue, _ counter: Counter
  ) -> NumericObjective {
    let parameters = kinds.enumerated().map { index, kind in
      ParameterSpecification(
        name: "x\(index)", kind: kind, initialValue: start, summary: "a number")
    }
    return NumericObjective(
      space: NumericSpace(parameters), seed: Seed(rawValue: 0), ask: counter.ask)
  }

  static func smooth(_ point: [Double]) -> Double {
    exp(point[0]) * sin(point[1]) + point[0] * point[1] * point[1]
  }

  static func smoothSlopes(_ point: [Double]) -> [Double] {
    let (x, y) = (point[0], point[1])
    return [exp(x) * sin(y) + y * y, exp(x) * cos(y) + 2 * x * y]
  }

  @Test(arguments: [[0.3, -0.7], [-1, 1], [1, -1], [0.99999, 0.2]])
  func slopesAreThoseOfTheFormulaInsideAndAtBounds(point: [Double]) throws {
    for (care, tolerance, limit) in [
      (DifferenceGradient.Care.plain, 1e-7, 6), (.careful, 1e-7, 16),
    ] {
      let counter = Counter(Self.smooth)
      let objective = Self.objective(
        [.real(-1...1), .real(-1...1)], start: .real(0), counter)
      var gradient = DifferenceGradient(objective)
      gradient.care = care
      let slopes = try gradient.slopes(at: point)
      let expected = Self.smoothSlopes(point)
      for index in 0..<2 {
        let isHeld =
          point[index] == -1 && expected[index] > 0 || point[index] == 1 && expected[index] < 0
        #expect(abs(slopes[index] - (isHeld ? 0 : expected[index])) < tolerance)
      }
      #expect(counter.points.count <= limit)
      #expect(counter.points.allSatisfy { $0.allSatisfy { (-1...1).contains($0) } })
    }
  }

  @Test func wholeNumbersAreComparedWithTheirNeighbours() throws {
    let counter = Counter { ($0[0] - 3) * ($0[0] - 3) }
    let gradient = DifferenceGradient(Self.objective([.integer(0...9)], start: 5, counter))
    #expect(try gradient.slopes(at: [5]) == [4])
    #expect(counter.points == [[4], [6]])
    #expect(try gradient.slopes(at: [9]) == [11])
    #expect(try gradient.slopes(at: [0]) == [-5])
  }

  @Test(arguments: [DifferenceGradient.Care.plain, .careful])
  func aSideWithoutFiniteScoresIsLookedAwayFrom(care: DifferenceGradient.Care) throws {
    let counter = Counter { $0[0] < 0.5 ? .infinity : $0[0] * $0[0] }
    var gradient = DifferenceGradient(Self.objective([.real(nil)], start: .real(0.5), counter))
    gradient.care = care
    #expect(abs(try gradient.slopes(at: [0.5])[0] - 1) < 1e-6)
    #expect(try gradient.slopes(at: [-3]) == [0])
  }

  /// Failures cost the worst finite cost plus the range, at least 1, so that minimisers turn away.
  @Test func failuresCostMoreThanEverythingElse() throws {
    let counter = Counter { $0[0] < 0 ? .nan : $0[0] }
    let objective = Self.objective([.real(nil)], start: .real(1), counter)
    #expect(try objective.cost(at: [-1]) == 1e10)
    #expect(try objective.cost(at: [2]) == 2)
    #expect(try objective.cost(at: [-1]) == 3)
    #expect(try objective.cost(at: [12]) == 12)
    #expect(try objective.cost(at: [-1]) == 22)
    #expect(objective.best?.cost == 2)
  }
}
