// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import OPTO
import Testing
import Trace
import TuningEnvironment

struct TuningProblemTests {
  private func evaluate(
    _ problem: any OptimizationProblem, _ changes: [String: TraceValue] = [:],
    in split: DatasetSplit = .train
  ) async throws -> (evaluation: Evaluation, signal: TrainingSignal) {
    var values = ParameterValues(initialOf: problem.parameters)
    for (name, value) in changes { values[name] = value }
    let example = try #require(problem.exampleIDs(in: split).first)
    return try await TraceOracle(problem).query(example, with: values)
  }

  @Test func tanksStartAtTheirLowerCorner() async throws {
    let (evaluation, signal) = try await evaluate(TankTuningProblem())
    #expect(abs(evaluation.assessment.score + 2.816646528381826) < 1e-8)
    #expect(evaluation.assessment.outcome == .incorrect)
    #expect(evaluation.assessment.feedback.hasPrefix("The cost is 2.8166465"))
    #expect(
      signal.view.code == [
        "control_tanks0 = control_tanks(log10_kp=log10_kp0, log10_ki=log10_ki0, log10_kd=log10_kd0)"
      ])
    #expect(evaluation.answer.contains("'seconds to nine tenths of the rise': 'not reached'"))
  }

  @Test func tanksTakeLogarithmsOfGains() async throws {
    let gains: [String: TraceValue] = [
      "log10_kp": .real(0), "log10_ki": .real(-2), "log10_kd": .real(0),
    ]
    let assessment = try await evaluate(TankTuningProblem(), gains).evaluation.assessment
    #expect(abs(assessment.score + 0.6003505660432833) < 1e-8)
  }

  @Test func theTestSplitOfBoostingHasRowsOfItsOwn() async throws {
    let problem = BoostingProblem(seed: Seed(rawValue: 0))
    let settings: [String: TraceValue] = [
      "log10_learning_rate": .real(-1), "trees": 100, "depth": 3, "leaf_size": 1,
    ]
    let validation = try await evaluate(problem, settings, in: .validation).evaluation
    #expect(abs(validation.assessment.score + 2.0599) < 0.02)
    #expect(validation.assessment.feedback.hasSuffix("so the trees fit noise."))
    let test = try await evaluate(problem, settings, in: .test).evaluation
    #expect(abs(test.assessment.score + 2.0283) < 0.02)
    let start = try await evaluate(problem).evaluation
    #expect(start.assessment.feedback.hasSuffix("so the trees learn too little."))
  }

  @Test func anUnknownExampleIsAnError() async throws {
    let problems: [any OptimizationProblem] = [
      TankTuningProblem(), BoostingProblem(seed: Seed(rawValue: 0)),
    ]
    for problem in problems {
      let error = await #expect(throws: ProblemError.self) {
        try await TraceOracle(problem).query(
          ExampleID(rawValue: "none"), with: ParameterValues(initialOf: problem.parameters))
      }
      #expect(error?.code == .unknownExample)
    }
  }

  @Test func seedsDrawOtherRows() async throws {
    let first = try await evaluate(BoostingProblem(seed: Seed(rawValue: 0))).evaluation
    let second = try await evaluate(BoostingProblem(seed: Seed(rawValue: 1))).evaluation
    #expect(first.assessment.score != second.assessment.score)
  }

  @Test func aSettingOfTheWrongTypeIsAnExceptionOfTheGraph() async throws {
    let problem = BoostingProblem(seed: Seed(rawValue: 0))
    let evaluation = try await evaluate(problem, ["trees": "many"]).evaluation
    #expect(evaluation.assessment.outcome == .exception)
  }

  @Test func theSuiteHasBothTasks() async throws {
    let suite = TuningSuite()
    let names = suite.tasks(in: .generated).map(\.id.description)
    #expect(names == ["tuning:boosting", "tuning:tanks"])
    #expect(suite.tasks(in: .official(directory: nil)).isEmpty)
    let tanks = TaskID(suite: "tuning", name: "tanks")
    await #expect { try await suite.load(tanks, from: .official(directory: nil)) } throws: {
      error in
      "\(error)".contains("leave --data official out")
    }
    let task = TaskID(suite: "tuning", name: "engine")
    await #expect { try await suite.load(task, from: .generated) } throws: { error in
      "\(error)".contains("tuning:engine")
    }
  }
}
