// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import NumericalEnvironment
import OPTO
import Testing
import Trace

struct NumericalSuiteTests {
  private let suite = NumericalSuite()

  @Test func tasksAreSortedAndNamedOnce() {
    let tasks = suite.tasks(in: .generated)
    let names = tasks.map(\.id.name)
    #expect(names == Set(names).sorted())
    #expect(names.count == 4 + 16 + 144)
    #expect(tasks.allSatisfy { $0.summary.hasSuffix(".") })
    #expect(
      tasks.filter(\.isDefault).map(\.id.name) == [
        "bohachevsky", "booth", "matyas", "mccormick", "program", "program-nontrivial",
        "rosenbrock", "rotated-hyper-ellipsoid", "six-hump-camel", "three-hump-camel",
      ])
  }

  @Test(arguments: [DataSource.official(directory: nil), .user])
  func thereAreTasksInGeneratedDataOnly(source: DataSource) async throws {
    #expect(suite.tasks(in: source).isEmpty)
    let task = TaskID(suite: "numerical", name: "program")
    await #expect { try await suite.load(task, from: source) } throws: { error in
      "\(error)".contains("leave --data official out")
    }
  }

  @Test func everyTaskLoadsWithADigestOfItsOwn() async throws {
    var digests: Set<String> = []
    for task in suite.tasks(in: .generated) {
      let loaded = try await suite.load(task.id, from: .generated)
      #expect(loaded.id == task.id)
      #expect(loaded.dataLabel == "generated")
      digests.insert(loaded.dataDigest)
    }
    #expect(digests.count == 164)
  }

  @Test func seedsChooseTheInstance() throws {
    for task in NumericalTask.all where !task.name.hasPrefix("bbob-") {
      let instances = task.instances()
      let starts = (0..<20).map { describe(instances(Seed(rawValue: $0))) }
      #expect(Set(starts).count > 15, "\(task.name)")
      #expect(describe(instances(Seed(rawValue: 3))) == starts[3], "\(task.name)")
    }
  }

  @Test(arguments: ["bbob-f01-d02", "bbob-f15-d03", "bbob-f21-d40"])
  func blackBoxesHaveFifteenInstances(name: String) async throws {
    let task = try #require(NumericalTask.all.first { $0.name == name })
    let instances = task.instances()
    var scores: [Double] = []
    for seed in 0..<16 {
      let problem = instances(Seed(rawValue: UInt64(seed)))
      let values = ParameterValues(initialOf: problem.parameters)
      let oracle = TraceOracle(problem)
      scores.append(
        try await oracle.evaluate(try #require(problem.exampleIDs(in: .train).first), with: values)
          .assessment.score)
    }
    #expect(Set(scores).count == 15)
    #expect(scores[15] == scores[0])
  }

  private func describe(_ problem: any OptimizationProblem) -> String {
    if let program = problem as? ProgramProblem { return program.goal.program.description }
    return problem.parameters.map(\.initialValue.plainText).joined(separator: " ")
  }

  @Test(arguments: ["program", "booth"])
  func anUnknownExampleIsAnError(name: String) async throws {
    let task = try #require(NumericalTask.all.first { $0.name == name })
    let problem = task.instances()(Seed(rawValue: 0))
    let error = await #expect(throws: ProblemError.self) {
      try await TraceOracle(problem).query(
        ExampleID(rawValue: "none"), with: ParameterValues(initialOf: problem.parameters))
    }
    #expect(error?.code == .unknownExample)
  }

  @Test func anUnknownTaskIsNamed() async {
    let task = TaskID(suite: "numerical", name: "nothing")
    await #expect { try await suite.load(task, from: .generated) } throws: { error in
      "\(error)".contains("numerical:nothing")
    }
  }
}
