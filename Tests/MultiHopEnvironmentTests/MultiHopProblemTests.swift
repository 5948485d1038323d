// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import Datasets
import LanguageModels
import OPTO
import QuestionAnswering
import Testing
import Trace

@testable import MultiHopEnvironment

@Suite(.enabled("needs python3 and a sandbox") { await SharedSandbox.isAvailable() })
struct MultiHopProblemTests {
  private static let id = TaskID(suite: "hotpotqa", name: "bridge_questions")

  private func query(
    _ answers: [String], changing values: [String: String] = [:]
  ) async throws -> (Evaluation, TrainingSignal, [ModelRequest], Example) {
    let suite = MultiHopSuite()
    let example = try #require(try await suite.split(of: Self.id, from: .generated).train.first)
    let model = ScriptedLanguageModel(
      answers: answers.map { $0.replacing("TARGET", with: example.target) })
    let resources = SuiteResources(
      model: model, sandbox: try await SharedSandbox.sandbox(), answerTokens: 200)
    let problem = try await suite.load(Self.id, from: .generated).pose(resources, Seed(rawValue: 0))
    var start = ParameterValues(initialOf: problem.parameters)
    for (name, text) in values { start[name] = .text(text) }
    let result = try await TraceOracle(problem).query(ExampleID(rawValue: example.id), with: start)
    return (result.evaluation, result.signal, model.requests, example)
  }

  @Test func fourCallsReadWhatTheProgramFound() async throws {
    let (evaluation, _, requests, example) = try await query(
      ["It is by Hugo.", "Nils Ostrow novelist", "Nothing new.", "Hm.\nAnswer: TARGET"],
      changing: ["query_instruction": "Ask back."])
    #expect(evaluation.assessment.outcome == .correct)
    #expect(requests.count == 4)
    let prompts = requests.map { $0.messages[1].content }
    #expect(prompts.allSatisfy { $0.hasPrefix("Question:\n\(example.input)\n\n") })
    let index = PassageIndex(Encyclopedia.frozen.passages)
    let found = index.best(7, for: example.input).map(\.passage.line).joined(separator: "\n")
    #expect(prompts[0].hasSuffix("\n\nPassages:\n\(found)"))
    #expect(requests[1].messages[0].content == "Ask back.")
    #expect(prompts[1].hasSuffix("\n\nSummary:\nIt is by Hugo."))
    let further = index.best(7, for: "Nils Ostrow novelist").map(\.passage.line)
    #expect(found != further.joined(separator: "\n"))
    #expect(
      prompts[2].hasSuffix(
        "Summary:\nIt is by Hugo.\n\nPassages:\n\(further.joined(separator: "\n"))"))
    #expect(prompts[3].hasSuffix("First summary:\nIt is by Hugo.\n\nSecond summary:\nNothing new."))
  }

  @Test func theFeedbackReachesEveryInstructionThroughTheTrace() async throws {
    let (evaluation, signal, _, example) = try await query(["a", "b", "c", "Answer: no idea"])
    #expect(evaluation.assessment.outcome == .incorrect)
    #expect(signal.feedback.contains("It should have been \"\(example.target)\""))
    #expect(
      signal.view.variables.map(\.name).sorted() == [
        "answer_instruction0", "first_summary_instruction0", "query_instruction0",
        "second_summary_instruction0",
      ])
    // What depends on no parameter, such as the first retrieval, stands there as a value.
    #expect(
      signal.view.code == [
        "call_llm0 = call_llm(system_prompt=first_summary_instruction0, user_prompt=write_prompt0)",
        "write_prompt1 = write_prompt(question=question0, summary=call_llm0)",
        "call_llm1 = call_llm(system_prompt=query_instruction0, user_prompt=write_prompt1)",
        "retrieve1 = retrieve(query=call_llm1)",
        "write_prompt2 = write_prompt(question=question0, summary=call_llm0, passages=retrieve1)",
        "call_llm2 = call_llm(system_prompt=second_summary_instruction0, user_prompt=write_prompt2)",
        "write_prompt3 = write_prompt(question=question0, first_summary=call_llm0, "
          + "second_summary=call_llm2)",
        "call_llm3 = call_llm(system_prompt=answer_instruction0, user_prompt=write_prompt3)",
      ])
  }

  @Test func aResponseWithoutAnAnswerIsNone() async throws {
    let (evaluation, signal, _, _) = try await query(["a", "b", "c", "TARGET"])
    #expect(evaluation.assessment.outcome == .invalidAnswer)
    #expect(signal.feedback.contains("after \"Answer:\""))
  }

  @Test func whatIsLookedUpIsPartOfWhatATrialMeasures() {
    let rule = ExtractionRule.hotpotExactMatch
    let whole = MultiHopWorkflow(PassageIndex(Encyclopedia.frozen.passages))
    let part = MultiHopWorkflow(PassageIndex(Array(Encyclopedia.frozen.passages.dropLast())))
    #expect(whole.digest(scoredBy: rule) == whole.digest(scoredBy: rule))
    #expect(whole.digest(scoredBy: rule) != part.digest(scoredBy: rule))
    #expect(whole.digest(scoredBy: rule) != whole.digest(scoredBy: ExtractionRule.dspyExactMatch))
  }
}
