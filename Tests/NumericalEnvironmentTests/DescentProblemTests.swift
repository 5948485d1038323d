// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import NumericalEnvironment
import OPTO
import Testing
import Trace

struct DescentProblemTests {
  private func evaluate(
    _ point: [Double], on surface: Surface
  ) async throws -> Evaluation {
    let problem = DescentProblem(surface, start: point, name: "start-0")
    let values = ParameterValues(initialOf: problem.parameters)
    return try await TraceOracle(problem).query(problem.example, with: values).evaluation
  }

  @Test func feedbackSaysWhichWayIsDown() async throws {
    // Booth at the origin is 74 high and has the slopes -34 and -38.
    let surface = Surface(.booth, tellsDirection: true)
    let evaluation = try await evaluate([0, 0], on: surface)
    #expect(evaluation.answer == "74.0")
    #expect(
      evaluation.assessment.feedback
        == "The height 74.0 should be smaller. From here, increase x1 and increase x2.")
    #expect(evaluation.assessment.score == -74)
    let other = try await evaluate([9, 0], on: Surface(.threeHumpCamel, tellsDirection: true))
    #expect(other.assessment.feedback.hasSuffix("decrease x1 and decrease x2."))
  }

  @Test func aProbeIsTheFirstScoreToSixDigits() async throws {
    let surface = Surface(.booth, tellsDirection: false)
    let origin = DescentProblem(surface, start: [0, 0], name: "a")
    #expect(try await origin.probe() == "-7.40000e+01")
    let third = DescentProblem(surface, start: [1.0 / 3, 0], name: "b")
    #expect(try await third.probe() == "-6.32222e+01")
  }

  @Test func theHeightAloneIsToldOnRequest() async throws {
    let evaluation = try await evaluate([0, 0], on: Surface(.booth, tellsDirection: false))
    #expect(evaluation.assessment.feedback == "The height 74.0 should be smaller.")
  }

  @Test func aHeightWithinTheToleranceIsCorrect() async throws {
    let surface = Surface(.booth, tellsDirection: true)
    #expect(try await evaluate([1.01, 3], on: surface).assessment.outcome == .correct)
    #expect(try await evaluate([1.1, 3], on: surface).assessment.outcome == .incorrect)
  }

  @Test func blackBoxesCountFromTheirLeastValue() async throws {
    let problem = BBOBProblem(.sphere, dimension: 40, instance: 1)
    let best = try await evaluate(problem.optimum, on: Surface(problem)).assessment
    #expect(best.outcome == .correct)
    let origin = [Double](repeating: 0, count: 40)
    let start = try await evaluate(origin, on: Surface(problem)).assessment
    #expect(start.outcome == .incorrect)
    #expect(abs(start.score + problem.excess(at: origin)) < 1e-9)
  }

  @Test func seedsDrawStartsOfTheDomain() {
    let surface = Surface(.mcCormick, tellsDirection: true)
    let starts = (0..<50).map {
      DescentProblem.start(on: surface, of: "booth", seed: Seed(rawValue: $0))
    }
    #expect(Set(starts).count == 50)
    #expect(starts.allSatisfy { zip(surface.domain, $0).allSatisfy { $0.contains($1) } })
    #expect(starts[7] == DescentProblem.start(on: surface, of: "booth", seed: Seed(rawValue: 7)))
  }
}
