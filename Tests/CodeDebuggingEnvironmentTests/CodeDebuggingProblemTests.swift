// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CanonicalJSON
import CodeDebuggingEnvironment
import CodeExecution
import LanguageModels
import OPTO
import Testing
import Trace

@Suite(.enabled("needs python3 and a sandbox") { await SharedSandbox.isAvailable() })
struct CodeDebuggingProblemTests {
  private static func problem(
    _ task: String, feedback: FeedbackLevel = .full
  ) async throws -> any OptimizationProblem {
    let suite = CodeDebuggingSuite(feedback: feedback)
    let loaded = try await suite.load(TaskID(suite: suite.name, name: task), from: .generated)
    let resources = SuiteResources(
      model: ScriptedLanguageModel(answers: []), sandbox: try await SharedSandbox.sandbox(),
      answerTokens: 1)
    return try loaded.pose(resources, Seed(rawValue: 0))
  }

  private static func query(
    _ task: String, feedback: FeedbackLevel = .full, changing changes: [String: String] = [:],
    split: DatasetSplit = .train
  ) async throws -> (evaluation: Evaluation, signal: TrainingSignal) {
    let problem = try await problem(task, feedback: feedback)
    var values = ParameterValues(initialOf: problem.parameters)
    for (name, text) in changes { values[name] = .text(text) }
    let example = try #require(problem.exampleIDs(in: split).first)
    return try await TraceOracle(problem).query(example, with: values)
  }

  private static let repaired = """
    def format_duration(seconds):
        parts = [(seconds // 3600, "h"), (seconds // 60 % 60, "m"), (seconds % 60, "s")]
        return " ".join(f"{n}{unit}" for n, unit in parts if n) or "0s"
    """

  @Test func theFirstFailingCallIsSeenAsAProgramWithItsCode() async throws {
    let (evaluation, signal) = try await Self.query("dates/format_duration")
    #expect(
      signal.view.code == [
        "eval0 = eval(seconds=seconds0, __code=format_duration0)",
        "run_tests0 = run_tests(result=eval0)",
      ])
    #expect(signal.view.variables.map(\.name) == ["format_duration0"])
    #expect(signal.view.variables.map(\.isCode) == [true])
    #expect(signal.view.inputs.map(\.name) == ["seconds0"])
    #expect(signal.view.others.map(\.name) == ["eval0"])
    #expect(signal.view.outputs.map(\.text) == [evaluation.answer])
    #expect(signal.parameterNames == ["format_duration0": "format_duration"])
    #expect(evaluation.assessment.outcome == .incorrect)
    #expect(evaluation.assessment.score > 0 && evaluation.assessment.score < 1)
    #expect(evaluation.answer.hasSuffix(" of 5 tests pass."))
  }

  @Test func theLowestLevelShowsTheCountAndNoCall() async throws {
    let (evaluation, signal) = try await Self.query("dates/format_duration", feedback: .count)
    #expect(signal.view.code == ["run_tests0 = run_tests(program=format_duration0)"])
    #expect(signal.view.variables.map(\.name) == ["format_duration0"])
    #expect(signal.view.inputs.isEmpty && signal.view.others.isEmpty)
    #expect(signal.view.outputs.map(\.text) == [evaluation.answer])
    let (_, pipeline) = try await Self.query("pipelines/caesar_breaker", feedback: .count)
    #expect(pipeline.view.variables.map(\.name) == ["letter_counts0", "likely_shift0"])
    #expect(!pipeline.view.code.contains { $0.contains("eval") }, "\(pipeline.view.code)")
  }

  @Test(arguments: [DatasetSplit.train, .validation, .test])
  func aRepairedProgramIsCorrectInEverySplit(split: DatasetSplit) async throws {
    let (evaluation, _) = try await Self.query(
      "dates/format_duration", changing: ["format_duration": Self.repaired], split: split)
    #expect(evaluation.assessment.outcome == .correct)
    #expect(evaluation.assessment.score == 1)
  }

  @Test func hiddenTestsAreNoTrainingTests() async throws {
    let problem = try await Self.problem("dates/format_duration")
    #expect(problem.exampleIDs(in: .train) == problem.exampleIDs(in: .validation))
    #expect(problem.exampleIDs(in: .train) != problem.exampleIDs(in: .test))
    // Code that knows the answers to the visible tests only.
    let (evaluation, _) = try await Self.query("dates/format_duration", split: .test)
    #expect(evaluation.answer.contains("of 10 tests pass"))
  }

  @Test func aPipelineShowsBothFunctionsAndTheValueBetweenThem() async throws {
    let (_, signal) = try await Self.query("pipelines/caesar_breaker")
    #expect(
      signal.view.code == [
        "eval0 = eval(text=text0, __code=letter_counts0)",
        "eval1 = eval(counts=eval0, __code=likely_shift0)",
        "run_tests0 = run_tests(result=eval1)",
      ])
    #expect(signal.view.variables.map(\.name) == ["letter_counts0", "likely_shift0"])
    #expect(signal.view.others.map(\.name) == ["eval0", "eval1"])
  }

  @Test func whatTheFirstFunctionRaisesIsTheOutputOfTheTrace() async throws {
    let broken = "def letter_counts(text):\n    return text.nothing\n"
    let (evaluation, signal) = try await Self.query(
      "pipelines/caesar_breaker", changing: ["letter_counts": broken])
    #expect(evaluation.assessment.score == 0)
    #expect(evaluation.assessment.outcome == .incorrect)
    #expect(signal.view.variables.map(\.name) == ["letter_counts0"])
    #expect(signal.view.others.map(\.name) == ["exception_eval0"])
    #expect(signal.feedback.contains("return text.nothing <--- (AttributeError)"))
  }

  @Test func codeThatDoesNotCompileIsToldWithItsPlace() async throws {
    let (evaluation, signal) = try await Self.query(
      "dates/format_duration", changing: ["format_duration": "def format_duration(seconds) 1"])
    #expect(evaluation.assessment.score == 0)
    #expect(signal.feedback.contains("cannot be run: (SyntaxError)"))
    #expect(signal.view.variables.map(\.name) == ["format_duration0"])
  }

  @Test func theLevelDecidesWhatTheFeedbackTells() async throws {
    var texts: [String] = []
    for level in FeedbackLevel.allCases {
      let broken = "def format_duration(seconds):\n    print('here')\n    return seconds[0]\n"
      let (_, signal) = try await Self.query(
        "dates/format_duration", feedback: level, changing: ["format_duration": broken])
      texts.append(signal.feedback)
    }
    #expect(texts.map { $0.contains("0 of 5 tests pass.") } == [true, true, true, true])
    #expect(texts.map { $0.contains("This call fails") } == [false, true, true, true])
    #expect(texts.map { $0.contains("<--- (TypeError)") } == [false, false, true, true])
    #expect(texts.map { $0.contains("The call printed: here") } == [false, false, false, true])
  }

  @Test func theSpecificationIsInTheObjectiveAndTheSummary() async throws {
    let problem = try await Self.problem("strange_sort_list")
    #expect(problem.objective.contains("first the smallest, then the largest"))
    #expect(problem.parameters[0].summary.contains("first the smallest, then the largest"))
    #expect(problem.parameters[0].initialValue.plainText.contains("return sorted(numbers)"))
    #expect(!problem.objective.contains("left.pop"))
  }
}
