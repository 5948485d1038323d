// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CodeExecution
import LanguageModels
import OPTO
import RobotArmEnvironment
import Testing
import Trace

@Suite(.enabled("needs python3 and a sandbox") { await SharedSandbox.isAvailable() })
struct RobotArmProblemTests {
  private func load(_ task: String) async throws -> LoadedTask {
    try await RobotArmSuite().load(TaskID(suite: "robot", name: task), from: .generated)
  }

  private func reference(_ name: String, of task: String) async throws -> ParameterValues? {
    let policy = try #require(RobotArmSuite().references.first { $0.name == name })
    return try await load(task).referenceValues(policy, Seed(rawValue: 0))
  }

  private func expertSource(_ task: String) async throws -> String {
    try #require(try await reference("expert", of: task)?["controller"]?.textValue)
  }

  /// How many of the held-out starts a state solves.
  private func solved(
    _ values: ParameterValues, _ problem: any OptimizationProblem
  ) async throws -> Int {
    var solved = 0
    for id in problem.exampleIDs(in: .test) {
      let evaluation = try await TraceOracle(problem).evaluate(id, with: values)
      solved += evaluation.assessment.outcome == .correct ? 1 : 0
    }
    return solved
  }

  private func problem(_ task: String, seed: UInt64 = 0) async throws -> any OptimizationProblem {
    let resources = SuiteResources(
      model: ScriptedLanguageModel(answers: []), sandbox: try await SharedSandbox.sandbox(),
      answerTokens: 1)
    return try await load(task).pose(resources, Seed(rawValue: seed))
  }

  private func query(
    _ problem: any OptimizationProblem, controller: String? = nil
  ) async throws -> (evaluation: Evaluation, signal: TrainingSignal) {
    var values = ParameterValues(initialOf: problem.parameters)
    if let controller { values["controller"] = .text(controller) }
    return try await TraceOracle(problem).query(
      problem.exampleIDs(in: .train)[0], with: values)
  }

  @Test func anEpisodeOfTenStepsIsOneGraphOfThirtyOperations() async throws {
    let (evaluation, signal) = try await query(try await problem("pick_place"))
    #expect(evaluation.assessment.outcome == .incorrect)
    let view = signal.view
    #expect(view.code.count { $0.contains("= eval(") } == 10)
    #expect(view.code.count { $0.contains("= step(") } == 10)
    #expect(view.code.count { $0.contains("= getitem(") } == 9)
    #expect(view.variables.map(\.name) == ["controller0"])
    #expect(view.outputs.count == 1)
    #expect(view.outputs[0].text.contains("'feedback': '"))
    #expect(view.feedback.hasPrefix("Success: False\nReturn: 0."))
    #expect(!signal.view.code.contains { $0.contains("reward") })
  }

  @Test func aSolvingControllerEndsTheEpisodeEarly() async throws {
    let problem = try await problem("reach")
    let (evaluation, signal) = try await query(
      problem, controller: try await expertSource("reach"))
    #expect(evaluation.assessment.outcome == .correct)
    #expect(evaluation.assessment.score == 1)
    #expect(signal.feedback.hasPrefix("Success: True\nReturn: "))
    #expect((2...5).contains(signal.view.code.count { $0.contains("= step(") }))
  }

  @Test func anExceptionInTheControllerIsTheOutput() async throws {
    let (evaluation, signal) = try await query(
      try await problem("push"),
      controller: "def controller(obs):\n    return obs['hand'] + [0.0]\n")
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.answer == "(KeyError) 'hand'")
    #expect(signal.feedback.contains("return obs['hand'] + [0.0] <--- "))
    #expect(signal.view.outputs.map(\.name) == ["exception_eval0"])
  }

  @Test func anActionThatTheRobotCannotTakeIsAnExceptionOfTheStep() async throws {
    let (evaluation, signal) = try await query(
      try await problem("push"), controller: "def controller(obs):\n    return [1.0, 2.0]\n")
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.answer.hasPrefix("(ValueError) an action has to be"))
    #expect(signal.view.outputs.map(\.name) == ["exception_step0"])
    #expect(signal.view.others.map(\.text) == ["[1.0, 2.0]"])
  }

  @Test func anExceptionLateInTheEpisodeKeepsTheStepsBefore() async throws {
    let code = """
      def controller(obs):
          return [0.0, 0.1, 0.0, 0.0] if obs["hand_pos"][1] < 0.7 else 1 / 0
      """
    let (evaluation, signal) = try await query(
      try await problem("reach"), controller: code)
    #expect(evaluation.answer == "(ZeroDivisionError) division by zero")
    #expect(signal.view.code.count { $0.contains("= step(") } >= 2)
  }

  @Test(arguments: [("reach", 10, 10), ("push", 10, 0), ("pick_place", 10, 0)])
  func referencesReachWhatIsKnownOfThemOnTheHeldOutStarts(
    task: String, expert: Int, straight: Int
  ) async throws {
    let problem = try await problem(task, seed: 3)
    for (name, expected) in [("expert", expert), ("straight", straight)] {
      let values = try #require(try await reference(name, of: task))
      #expect(try await solved(values, problem) == expected)
    }
    #expect(try await solved(ParameterValues(initialOf: problem.parameters), problem) == 0)
  }

  @Test(arguments: ["reach_gains", "push_gains", "pick_place_gains"])
  func theNumbersOfTheScriptedPolicySolveTheTask(task: String) async throws {
    let problem = try await problem(task, seed: 5)
    for parameter in problem.parameters {
      guard case .real(let bounds?) = parameter.kind else {
        Issue.record("\(parameter.name) is no bounded number")
        continue
      }
      #expect(bounds.contains(parameter.initialValue.realValue ?? .nan))
    }
    let expert = try #require(try await reference("expert", of: task))
    #expect(try await solved(expert, problem) >= 9)
    #expect(try await solved(ParameterValues(initialOf: problem.parameters), problem) == 0)
    #expect(try await reference("straight", of: task) == nil)
  }

  @Test func betterNumbersScoreHigherBeforeTheySucceed() async throws {
    let problem = try await problem("reach_gains")
    let id = problem.exampleIDs(in: .train)[0]
    var scores: [Double] = []
    for gain in [0, 0.2, 0.4] {
      var values = ParameterValues(initialOf: problem.parameters)
      values["gain_y"] = .real(gain)
      scores.append(
        try await TraceOracle(problem).evaluate(id, with: values).assessment.score)
    }
    #expect(scores == scores.sorted())
    #expect(scores[0] < scores[2] && scores[2] < 1)
  }

  @Test func startsFollowFromTheSeedAndAreTheSameInAllVariants() async throws {
    let first = try await problem("push")
    let ids = DatasetSplit.allCases.map { first.exampleIDs(in: $0).count }
    #expect(ids == [1, 0, 10])
    let again = try await query(try await problem("push"))
    #expect(again.evaluation == (try await query(first)).evaluation)
    let other = try await query(try await problem("push", seed: 1))
    #expect(other.evaluation.answer != again.evaluation.answer)
    let silent = try await query(try await problem("push_silent"))
    #expect(silent.evaluation.assessment == again.evaluation.assessment)
    #expect(silent.evaluation.answer != again.evaluation.answer)
  }

  @Test func noOptimizerSeesAReferenceOrAnExpertInItsSignal() async throws {
    let problem = try await problem("push_silent")
    let (_, signal) = try await query(problem)
    let shown = "\(signal.view)" + problem.objective
    for line in try await expertSource("push").split(separator: "\n").dropFirst() {
      #expect(!shown.contains(line.trimmingPrefix { $0 == " " }))
    }
  }

  @Test func everyTaskOfTheCatalogueCanBePosed() async throws {
    let suite = RobotArmSuite()
    let tasks = suite.tasks(in: .generated)
    #expect(tasks.count == 21)
    #expect(
      tasks.filter(\.isDefault).map(\.id.name) == [
        "pick_place", "pick_place_gains", "push", "push_gains", "reach", "reach_gains",
      ])
    var digests: Set<String> = []
    for task in tasks {
      let loaded = try await suite.load(task.id, from: .generated)
      digests.insert(loaded.workflowDigest)
      #expect(!loaded.asksModel)
      let problem = try await problem(task.id.name)
      #expect(problem.parameters == loaded.parameters)
      let evaluation = try await TraceOracle(problem).evaluate(
        problem.exampleIDs(in: .train)[0], with: ParameterValues(initialOf: problem.parameters))
      #expect(evaluation.assessment.outcome == .incorrect)
    }
    #expect(digests.count == 1, "one table for all tasks")
    await #expect(throws: (any Error).self) {
      try await suite.load(TaskID(suite: "robot", name: "juggle"), from: .generated)
    }
  }
}
