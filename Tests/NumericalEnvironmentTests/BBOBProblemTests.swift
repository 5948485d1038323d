// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import NumericalEnvironment
import Testing

struct BBOBProblemTests {
  /// Values at four points inside and outside the box, printed by COCO's own program.
  @Test(arguments: BBOBFunction.allCases)
  func valuesAreThoseOfCOCO(function: BBOBFunction) throws {
    let records = try BBOBRecord.all().filter { $0.function == function }
    #expect(records.count == 18)
    for record in records {
      let problem = BBOBProblem(function, dimension: record.dimension, instance: record.instance)
      for (number, expected) in record.values.enumerated() {
        let value = problem.value(at: BBOBRecord.point(number + 1, record.dimension))
        #expect(
          abs(value - expected) <= 1e-9 * max(1, abs(expected)),
          "dimension \(record.dimension), instance \(record.instance), point \(number + 1)")
      }
    }
  }

  @Test(arguments: BBOBFunction.allCases, BBOBProblem.dimensions)
  func theOptimumHasTheLeastValue(function: BBOBFunction, dimension: Int) {
    let problem = BBOBProblem(function, dimension: dimension, instance: 3)
    #expect(abs(problem.excess(at: problem.optimum)) < 1e-8)
    #expect(problem.optimum.allSatisfy { BBOBProblem.bounds.contains($0) })
    for number in 1...20 {
      let point = BBOBRecord.point(number, dimension)
      #expect(problem.excess(at: point) > 0)
    }
  }

  @Test func instancesDiffer() {
    let first = BBOBProblem(.rotatedEllipsoid, dimension: 3, instance: 1)
    let second = BBOBProblem(.rotatedEllipsoid, dimension: 3, instance: 2)
    #expect(first.optimum != second.optimum)
    #expect(first.optimalValue != second.optimalValue)
  }

  @Test func numbersAndTitlesAreThoseOfTheTestBed() {
    #expect(BBOBFunction.allCases.map(\.rawValue) == Array(1...24))
    #expect(Set(BBOBFunction.allCases.map(\.title)).count == 24)
  }
}

/// One row of the recorded values.
private struct BBOBRecord {
  let function: BBOBFunction
  let dimension: Int
  let instance: Int
  let values: [Double]

  static func all() throws -> [BBOBRecord] {
    let file = try #require(
      Bundle.module.url(forResource: "bbob", withExtension: "json", subdirectory: "Fixtures"))
    let json = try JSONValue(parsing: String(contentsOf: file, encoding: .utf8))
    return try #require(json["rows"]?.arrayValue).map { row in
      let numbers = try #require(row.arrayValue).compactMap(\.doubleValue)
      return BBOBRecord(
        function: try #require(BBOBFunction(rawValue: Int(numbers[0]))),
        dimension: Int(numbers[1]), instance: Int(numbers[2]), values: Array(numbers[3...]))
    }
  }

  static func point(_ number: Int, _ dimension: Int) -> [Double] {
    (0..<dimension).map { index in
      Double((7919 * number + 104_729 * (index + 1)) % 10_007) / 10_007 * 12 - 6
    }
  }
}
