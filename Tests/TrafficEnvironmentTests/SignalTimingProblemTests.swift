// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Testing
import Trace
import TrafficEnvironment

struct SignalTimingProblemTests {
  private func problem(_ task: TrafficTask, seed: UInt64 = 0) throws -> SignalTimingProblem {
    SignalTimingProblem(task, on: try task.network.load(), seed: Seed(rawValue: seed))
  }

  private func query(
    _ problem: SignalTimingProblem, _ times: [String: Int] = [:]
  ) async throws -> (evaluation: Evaluation, signal: TrainingSignal) {
    var values = ParameterValues(initialOf: problem.parameters)
    for (name, time) in times { values[name] = .integer(time) }
    return try await TraceOracle(problem).query(problem.example, with: values)
  }

  @Test func parametersAreWholeSecondsWithinTheBounds() throws {
    let parameters = try problem(.intersection).parameters
    #expect(parameters.map(\.name) == ["EW_green", "NS_green"])
    #expect(parameters.map(\.kind) == [.integer(15...90), .integer(15...90)])
    #expect(parameters.map(\.initialValue) == [15, 15])
    let grid = try problem(.grid).parameters
    #expect(grid.count == 8)
    #expect(grid[1].name == "C11_NS_green")
  }

  /// The score of the recorded deterministic run at the start of the first replication.
  @Test func theDeterministicTaskGivesTheRecordedScore() async throws {
    let problem = try problem(.deterministic)
    let assessment = try await query(problem).evaluation.assessment
    #expect(abs(assessment.score + 77.17566660979233) < 1e-9)
    #expect(assessment.outcome == .incorrect)
    #expect(assessment.feedback.hasPrefix("The overall score is 77.17566660979233."))
    let better = try await query(problem, ["EW_green": 24]).evaluation.assessment
    #expect(abs(better.score + 36.29592660273025) < 1e-9)
  }

  @Test func theTraceShowsOneOperationOnTheGreenTimes() async throws {
    let signal = try await query(try problem(.deterministic)).signal
    #expect(
      signal.view.code == [
        "simulate_traffic0 = simulate_traffic(EW_green=EW_green0, NS_green=NS_green0)"
      ])
    #expect(signal.parameterNames == ["EW_green0": "EW_green", "NS_green0": "NS_green"])
    let output = try #require(signal.view.outputs.first)
    #expect(output.text.contains("'W1->E1': {'trips attempted': 226, 'trips completed': "))
    #expect(output.text.contains("'overall score': 77.17566660979233"))
  }

  @Test func theScoreAloneIsShownOnRequest() async throws {
    let evaluation = try await query(try problem(.scoreOnly)).evaluation
    #expect(Double(evaluation.answer) == -evaluation.assessment.score)
  }

  @Test func theRepairedTaskCountsFewerSecondsAndMoreVehicles() async throws {
    let published = try await query(try problem(.intersection)).evaluation
    let repaired = try await query(try problem(.repaired)).evaluation
    #expect(published.answer.contains("'trips attempted': 226"))
    #expect(repaired.answer.contains("'trips attempted': 372"))
  }

  @Test func anUnknownExampleIsAnError() async throws {
    let problem = try problem(.intersection)
    let error = await #expect(throws: ProblemError.self) {
      try await TraceOracle(problem).query(
        ExampleID(rawValue: "none"), with: ParameterValues(initialOf: problem.parameters))
    }
    #expect(error?.code == .unknownExample)
  }

  @Test func replicationsDifferAndRepeat() async throws {
    let first = try await query(try problem(.intersection, seed: 0)).evaluation
    let again = try await query(try problem(.intersection, seed: 0)).evaluation
    let second = try await query(try problem(.intersection, seed: 1)).evaluation
    #expect(first == again)
    #expect(first.assessment.score != second.assessment.score)
  }

  @Test func aGreenTimeOutOfBoundsIsAnExceptionOfTheGraph() async throws {
    let (evaluation, signal) = try await query(try problem(.intersection), ["NS_green": 91])
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.assessment.score == -.infinity)
    #expect(
      evaluation.assessment.feedback.contains("NS_green is 91 but has to be from 15 to 90"))
    #expect(signal.view.code.count == 1)
  }

  @Test func fourSignalsAreSetByAPlan() async throws {
    let problem = try problem(.grid)
    let start = try await query(problem)
    #expect(start.signal.view.code.count == 9)
    let changed = try await query(problem, ["C22_NS_green": 40]).evaluation
    #expect(changed.assessment.score != start.evaluation.assessment.score)
  }
}
