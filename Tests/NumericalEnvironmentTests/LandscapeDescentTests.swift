// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import NumericalEnvironment
import OPTO
import Testing
import Trace

/// GSL's minimisers on classic landscapes, beside SciPy's of the same name from the same starts
/// (`Fixtures/scipy_minima.py`).
struct LandscapeDescentTests {
  struct Recorded: Sendable {
    let landscape: Landscape
    let optimizer: String
    let start: [Double]
    let place: [Double]
    let value: Double

    init(_ json: JSONValue) throws {
      func numbers(_ name: String) throws -> [Double] {
        try #require(json[name]?.arrayValue).map { try #require($0.doubleValue) }
      }
      landscape = try #require(Landscape(rawValue: json["landscape"]?.stringValue ?? ""))
      optimizer = json["method"]?.stringValue == "BFGS" ? "gsl-bfgs" : "nelder-mead"
      start = try numbers("start")
      place = try numbers("place")
      value = try #require(json["value"]?.doubleValue)
    }

    static func all() throws -> [Recorded] {
      let url = try #require(
        Bundle.module.url(forResource: "Fixtures/scipy-minima", withExtension: "json"))
      let text = try String(contentsOf: url, encoding: .utf8)
      return try #require(try JSONValue(parsing: text)["rows"]?.arrayValue).map(Recorded.init)
    }
  }

  /// Both end within 1e-4 of each other and 1e-8 of the least value; ours within 600 evaluations,
  /// differences for slopes included.
  @Test(arguments: ["gsl-bfgs", "nelder-mead"])
  func minimaAreThoseOfSciPyAndOfTheFormula(optimizer: String) async throws {
    let rows = try Recorded.all().filter { $0.optimizer == optimizer }
    #expect(rows.count == 15)
    for row in rows {
      let problem = DescentProblem(
        Surface(row.landscape, tellsDirection: false), start: row.start, name: "start")
      let states = try await Descent(optimizer: optimizer, problem: problem).states(steps: 600)
      let best = try #require(states.max { $0.score < $1.score })
      let label = "\(row.landscape) from \(row.start): \(best.score)"
      #expect(-best.score < 1e-8, "\(label)")
      #expect(row.value - row.landscape.leastValue < 1e-8, "\(label)")
      let place = problem.parameters.map { best.values[$0.name]?.realValue ?? .nan }
      for (ours, theirs) in zip(place, row.place) {
        #expect(abs(ours - theirs) < 1e-4, "\(label)")
      }
    }
  }

  /// Eighty evaluations for each gradient.
  @Test func aQuasiNewtonMethodSolvesTheSphereInFortyDimensions() async throws {
    let surface = Surface(BBOBProblem(.sphere, dimension: 40, instance: 1))
    let problem = DescentProblem(
      surface, start: [Double](repeating: 0, count: 40), name: "instance-1")
    let states = try await Descent(optimizer: "gsl-bfgs", problem: problem).states(steps: 2000)
    #expect(states[0].score < -100)
    #expect(states.map(\.score).max() ?? -.infinity > -1e-8)
  }
}
