// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import BigBenchHardEnvironment
import Datasets
import LanguageModels
import OPTO
import Testing
import Trace

@Suite(.enabled("needs python3 and a sandbox") { await SharedSandbox.isAvailable() })
struct BigBenchHardProblemTests {
  /// The first training item of the frozen draw of object_counting, whose answer is 11.
  private static let example = ExampleID(rawValue: "object_counting/generated-2406/000")

  private func problem(
    _ model: any LanguageModel,
    task: String = "object_counting"
  ) async throws -> any OptimizationProblem {
    let id = TaskID(suite: "bbh", name: task)
    let loaded = try await BigBenchHardSuite().load(id, from: .generated)
    let resources = SuiteResources(
      model: model,
      sandbox: try await SharedSandbox.sandbox(),
      answerTokens: 99
    )
    return try loaded.pose(resources, Seed(rawValue: 0))
  }

  /// Asks the oracle about the first item, with some parameters changed.
  private func query(
    _ model: any LanguageModel,
    changing changes: [String: String] = [:]
  ) async throws -> (evaluation: Evaluation, signal: TrainingSignal) {
    let problem = try await problem(model)
    var values = ParameterValues(initialOf: problem.parameters)
    for (name, text) in changes { values[name] = .text(text) }
    return try await TraceOracle(problem).query(Self.example, with: values)
  }

  @Test func aTemplateAndTwoFunctionsAreTheParameters() async throws {
    let parameters = try await problem(ScriptedLanguageModel(answers: [])).parameters
    #expect(parameters.map(\.name) == ["prompt_template", "create_prompt", "extract_answer"])
    #expect(parameters.map(\.isTrainable) == [true, true, true])
    #expect(parameters[0].kind == .text)
    #expect(parameters[0].requiredTexts == ["{question}"])
    #expect(parameters[0].initialValue.plainText.contains("{question}"))
    let inputs = ["prompt_template", "question", "response"]
    for (place, names) in [(1, Array(inputs.prefix(2))), (2, inputs)] {
      let signature = CodeSignature(entryPoint: parameters[place].name, parameters: names)
      #expect(parameters[place].kind == .code(signature))
      #expect(parameters[place].initialValue.plainText.hasPrefix(signature.definitionLine))
    }
  }

  @Test func theForwardAndBackwardPassIsSeenAsAProgram() async throws {
    let model = ScriptedLanguageModel(answers: ["One, two...\nAnswer: 99 "])
    let (evaluation, signal) = try await query(model)
    #expect(evaluation.answer == "99")
    let view = signal.view
    #expect(
      view.code == [
        "eval0 = eval(prompt_template=prompt_template0, question=question0, __code=create_prompt0)",
        "call_llm0 = call_llm(user_prompt=eval0)",
        "eval1 = eval(prompt_template=prompt_template0, question=question0, response=call_llm0, "
          + "__code=extract_answer0)",
      ])
    #expect(view.variables.map(\.name).sorted() == signal.parameterNames.keys.sorted())
    #expect(view.variables.filter(\.isCode).count == 2)
    #expect(view.inputs.map(\.name) == ["question0"])
    #expect(view.others.map(\.name) == ["eval0", "call_llm0"])
    #expect(view.outputs.map(\.text) == ["99"])
    #expect(view.documentation.map(\.name) == ["eval", "call_llm"])
    #expect(view.documentation[1].text.contains("language model"))
    #expect(view.feedback == evaluation.assessment.feedback)
  }

  @Test func theModelIsAskedOnceWithTheQuestionInTheTemplate() async throws {
    let model = ScriptedLanguageModel(answers: ["Answer: 1"])
    _ = try await query(model, changing: ["prompt_template": "<<{question}>>"])
    #expect(model.requests.count == 1)
    let request = try #require(model.requests.first)
    #expect(request.messages.map(\.role) == [.system, .user])
    #expect(request.messages[1].content.hasPrefix("<<I have got "))
    #expect(request.messages[1].content.hasSuffix("have I got?>>"))
    #expect(request.temperature == 0)
    #expect(request.maximumTokens == 99)
  }

  @Test func aRightAnswerScoresOneAndAsksForNoChange() async throws {
    let (evaluation, signal) = try await query(ScriptedLanguageModel(answers: ["Answer: 11"]))
    #expect(evaluation.assessment.outcome == .correct)
    #expect(signal.score == 1)
    #expect(signal.feedback.contains("correct"))
    #expect(!signal.feedback.contains("11"))
  }

  @Test func aWrongAnswerScoresZeroAndTellsWhatWasExpected() async throws {
    let (evaluation, signal) = try await query(ScriptedLanguageModel(answers: ["Answer: 3"]))
    #expect(evaluation.assessment.outcome == .incorrect)
    #expect(signal.score == 0)
    #expect(signal.feedback.contains("\"11\""))
    #expect(signal.feedback.contains("prompt"))
    #expect(signal.feedback.contains("program"))
  }

  @Test func anAnswerThatIsNoTextIsWrongAndTheFeedbackNamesItsType() async throws {
    let code = "def extract_answer(prompt_template, question, response):\n    return 11\n"
    let (evaluation, _) = try await query(
      ScriptedLanguageModel(answers: ["Answer: 11"]), changing: ["extract_answer": code])
    #expect(evaluation.assessment.outcome == .invalidAnswer)
    #expect(evaluation.assessment.score == 0)
    #expect(evaluation.assessment.feedback.contains("type int"))
  }

  @Test func anExceptionIsAnOutputWithTheAnnotatedSourceAsFeedback() async throws {
    let (evaluation, signal) = try await query(ScriptedLanguageModel(answers: ["eleven"]))
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.assessment.score == 0)
    #expect(evaluation.answer == "(IndexError) list index out of range")
    #expect(signal.feedback.contains("return response.split(\"Answer:\")[1].strip() <--- "))
    #expect(signal.view.outputs.map(\.name) == ["exception_eval0"])
    #expect(Set(signal.view.variables.map(\.name)) == Set(signal.parameterNames.keys))
  }

  @Test func codeThatDoesNotCompileIsAnExceptionBeforeTheModelIsAsked() async throws {
    let model = ScriptedLanguageModel(answers: [])
    let (evaluation, signal) = try await query(
      model, changing: ["create_prompt": "def create_prompt(prompt_template, question)\n  return 1"]
    )
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.answer.hasPrefix("(SyntaxError) "))
    #expect(signal.view.variables.map(\.name) == ["create_prompt0"])
    #expect(model.requests.isEmpty)
  }

  @Test func codeThatDoesNotEndIsAnException() async throws {
    let code = "def create_prompt(prompt_template, question):\n    while True: pass\n"
    let (evaluation, _) = try await query(
      ScriptedLanguageModel(answers: []), changing: ["create_prompt": code])
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.answer.hasPrefix("(LimitExceeded) "))
  }

  @Test func aPromptThatIsNoTextIsAnExceptionOfTheModelCall() async throws {
    let model = ScriptedLanguageModel(answers: [])
    let code = "def create_prompt(prompt_template, question):\n    return [question]\n"
    let (evaluation, signal) = try await query(model, changing: ["create_prompt": code])
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.answer == "(TypeError) the prompt has to be text, not list")
    #expect(signal.view.outputs.map(\.name) == ["exception_call_llm0"])
    #expect(model.requests.isEmpty)
  }

  @Test func aFailedModelCallIsAnErrorAndNoResult() async throws {
    let error = await #expect(throws: LanguageModelError.self) {
      try await query(ScriptedLanguageModel(answers: []))
    }
    #expect(error?.code == .outOfScript)
  }

  @Test(arguments: [LanguageModelError.Code.contextExceeded, .refused])
  func aPromptThatTheModelCannotTakeCountsAgainstTheWorkflow(
    code: LanguageModelError.Code
  ) async throws {
    let model = ScriptedLanguageModel { (_, _) throws(LanguageModelError) in
      throw LanguageModelError(code, "not this prompt")
    }
    let (evaluation, _) = try await query(model)
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.answer == "(ModelRequestError) not this prompt")
  }

  @Test func anUnknownExampleIsAnError() async throws {
    let problem = try await problem(ScriptedLanguageModel(answers: []))
    let values = ParameterValues(initialOf: problem.parameters)
    let error = await #expect(throws: ProblemError.self) {
      try await TraceOracle(problem).evaluate(ExampleID(rawValue: "none"), with: values)
    }
    #expect(error?.code == .unknownExample)
  }

  @Test func theExamplesOfThePartsAreThoseOfThePapersSplit() async throws {
    let problem = try await problem(ScriptedLanguageModel(answers: []), task: "navigate")
    let ids = DatasetSplit.allCases.map { problem.exampleIDs(in: $0).map(\.rawValue) }
    #expect(ids.map(\.count) == [15, 5, 100])
    #expect(ids.map { $0[0].suffix(3) } == ["000", "015", "020"])
    #expect(Set(ids.joined()).count == 120)
  }

  @Test func questionsWithBracesReachTheModelUnchanged() async throws {
    let model = ScriptedLanguageModel { _, _ in "Answer: )" }
    let problem = try await problem(model, task: "dyck_languages")
    var values = ParameterValues(initialOf: problem.parameters)
    values["prompt_template"] = "{question}"
    let ids = problem.exampleIDs(in: .validation)
    for id in ids { _ = try await TraceOracle(problem).evaluate(id, with: values) }
    let examples = try GeneratedBigBenchHard.frozen(.dyckLanguages).examples
    let inputs = ids.compactMap { id in examples.first { $0.id == id.rawValue }?.input }
    #expect(model.requests.map { $0.messages[1].content } == inputs)
    #expect(inputs.contains { $0.contains("{ ") })
  }
}
