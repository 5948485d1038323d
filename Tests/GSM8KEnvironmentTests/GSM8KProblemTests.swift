// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import Datasets
import GSM8KEnvironment
import LanguageModels
import OPTO
import Testing
import Trace

@Suite(.enabled("needs python3 and a sandbox") { await SharedSandbox.isAvailable() })
struct GSM8KProblemTests {
  /// Asks the oracle about the first training problem of the frozen draw.
  private func query(
    _ answer: @Sendable (_ target: String) -> String, instruction: String? = nil
  ) async throws -> (Evaluation, TrainingSignal, [ModelRequest]) {
    let id = TaskID(suite: "gsm8k", name: "word_problems")
    let suite = GSM8KSuite()
    let example = try #require(try await suite.split(of: id, from: .generated).train.first)
    let model = ScriptedLanguageModel(answers: [answer(example.target)])
    let resources = SuiteResources(
      model: model, sandbox: try await SharedSandbox.sandbox(), answerTokens: 200)
    let problem = try await suite.load(id, from: .generated).pose(resources, Seed(rawValue: 0))
    var values = ParameterValues(initialOf: problem.parameters)
    if let instruction { values["instruction"] = .text(instruction) }
    let result = try await TraceOracle(problem)
      .query(ExampleID(rawValue: example.id), with: values)
    return (result.evaluation, result.signal, model.requests)
  }

  @Test func theInstructionStandsAboveTheProblemAndTheResponseIsTheAnswer() async throws {
    let (evaluation, signal, requests) = try await query(
      { "Let me see.\nAnswer: \($0)" }, instruction: "Be brief.")
    #expect(requests.count == 1)
    #expect(requests[0].messages.map(\.role) == [.system, .user])
    #expect(requests[0].messages[0].content == "Be brief.")
    #expect(requests[0].messages[1].content.hasSuffix("?"))
    #expect(evaluation.answer.hasPrefix("Let me see.\nAnswer: "))
    #expect(evaluation.assessment.outcome == .correct)
    #expect(
      signal.view.code == [
        "call_llm0 = call_llm(system_prompt=instruction0, user_prompt=question0)"
      ])
    #expect(signal.view.variables.map(\.name) == ["instruction0"])
  }

  @Test func aWrongNumberIsWrongAndTheFeedbackTellsTheRightOne() async throws {
    let (evaluation, signal, _) = try await query { "Answer: \($0)7" }
    #expect(evaluation.assessment.outcome == .incorrect)
    #expect(evaluation.assessment.score == 0)
    #expect(signal.feedback.contains("It should have been \""))
  }

  @Test func aResponseWithoutANumberIsNoAnswer() async throws {
    let (evaluation, signal, _) = try await query { _ in "I cannot tell." }
    #expect(evaluation.assessment.outcome == .invalidAnswer)
    #expect(signal.feedback.contains("\"Answer: \""))
  }

  @Test func oneInstructionIsTheOnlyParameter() async throws {
    let id = TaskID(suite: "gsm8k", name: "word_problems")
    let resources = SuiteResources(
      model: ScriptedLanguageModel(answers: []), sandbox: try await SharedSandbox.sandbox(),
      answerTokens: 1)
    let problem = try await GSM8KSuite().load(id, from: .generated)
      .pose(resources, Seed(rawValue: 3))
    #expect(problem.parameters.map(\.name) == ["instruction"])
    #expect(problem.parameters[0].initialValue.plainText.contains("step by step"))
    #expect(
      DatasetSplit.allCases.map { problem.exampleIDs(in: $0).count } == [50, 50, 200])
  }
}
