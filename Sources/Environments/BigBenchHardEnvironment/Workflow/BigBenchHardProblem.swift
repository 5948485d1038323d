// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import CodeExecution
import Datasets
import LanguageModels
import OPTO
import Trace

/// One BBH task as an OPTO problem: make a prompt, ask the model, read its answer.
///
/// The workflow is that of the Trace paper's experiment (Cheng, Nie and Swaminathan, 2024, appendix
/// C.4). A text template and two Python functions are its parameters; all of it is recorded, so that
/// an optimizer sees prompt, response and answer beside the feedback.
struct BigBenchHardProblem: OptimizationProblem {
  private let split: BigBenchHardSplit
  private let examples: [ExampleID: Example]
  private let createPrompt: CodeBundle
  private let askModel: AsyncBundledFunction
  private let extractAnswer: CodeBundle
  private let rule = PaperRule()

  init(_ split: BigBenchHardSplit, resources: SuiteResources) {
    self.split = split
    let all = split.train + split.validation + split.test
    examples = Dictionary(
      all.map { (ExampleID(rawValue: $0.id), $0) }, uniquingKeysWith: { first, _ in first })
    createPrompt = CodeBundle(python: "create_prompt", in: resources.sandbox)
    extractAnswer = CodeBundle(python: "extract_answer", in: resources.sandbox)
    askModel = Self.modelCall(resources)
  }

  var parameters: [ParameterSpecification] { BigBenchHardPrompts.parameters }
  var objective: String { BigBenchHardPrompts.objective }

  func exampleIDs(in part: DatasetSplit) -> [ExampleID] {
    let examples =
      switch part {
      case .train: split.train
      case .validation: split.validation
      case .test: split.test
      }
    return examples.map { ExampleID(rawValue: $0.id) }
  }

  func forward(_ id: ExampleID, with parameters: BoundParameters) async throws -> TraceNode {
    let example = try example(id)
    let template = try parameters.node("prompt_template")
    let question = parameters.tape.constant(.text(example.input), named: "question")
    let prompt = try await createPrompt(
      ["prompt_template": template, "question": question],
      code: try parameters.node("create_prompt"))
    let response = try await askModel(["user_prompt": prompt])
    return try await extractAnswer(
      ["prompt_template": template, "question": question, "response": response],
      code: try parameters.node("extract_answer"))
  }

  func assess(_ output: TraceNode, for id: ExampleID) async throws -> Assessment {
    let example = try example(id)
    guard let answer = output.value.textValue else {
      return Assessment(
        score: 0,
        feedback: BigBenchHardFeedback.wrongType(output.value.typeName, expected: example.target),
        outcome: .invalidAnswer)
    }
    return rule.isCorrect(answer, for: example)
      ? Assessment(score: 1, feedback: BigBenchHardFeedback.right, outcome: .correct)
      : Assessment(
        score: 0, feedback: BigBenchHardFeedback.wrong(expected: example.target),
        outcome: .incorrect)
  }

  /// Answers that were right or wrong are texts.
  func output(storedAs answer: String) -> TraceValue? { .text(answer) }

  private func example(_ id: ExampleID) throws -> Example {
    guard let example = examples[id] else {
      throw ProblemError(.unknownExample, "there is no BBH item called \(id)")
    }
    return example
  }

  /// The model call as an operation; a prompt that is no text is the workflow's own fault.
  private static func modelCall(_ resources: SuiteResources) -> AsyncBundledFunction {
    bundle("call_llm", summary: "Sends user_prompt to a language model and returns its response.") {
      arguments in
      guard case .text(let prompt)? = arguments.first else {
        throw OperatorException(
          type: "TypeError",
          message: "the prompt has to be text, not \(arguments.first?.typeName ?? "nothing")")
      }
      return .text(
        try await resources.response(to: prompt, system: BigBenchHardPrompts.systemMessage))
    }
  }
}

extension BigBenchHardProblem {
  /// The digest of the parameters as they begin, the fixed texts, the feedback and the rule.
  static var workflowDigest: ContentDigest {
    let parameters = BigBenchHardPrompts.parameters.map { parameter -> JSONValue in
      [
        "name": .string(parameter.name), "value": parameter.initialValue.jsonValue,
        "summary": .string(parameter.summary),
        "constraint": parameter.shownConstraint.map { .string($0) } ?? .null,
        "required": .array(parameter.requiredTexts.map { .string($0) }),
      ]
    }
    return ContentDigest(
      of: [
        "parameters": .array(parameters), "objective": .string(BigBenchHardPrompts.objective),
        "system": .string(BigBenchHardPrompts.systemMessage),
        "feedback": [
          .string(BigBenchHardFeedback.right), .string(BigBenchHardFeedback.wrong(expected: "?")),
          .string(BigBenchHardFeedback.wrongType("?", expected: "?")),
        ],
        "rule": .string(PaperRule().name),
      ])
  }
}
