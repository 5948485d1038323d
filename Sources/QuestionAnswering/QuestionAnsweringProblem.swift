// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Datasets
import OPTO
import Trace

/// Questions with exact answers as an OPTO problem: a workflow answers, a published rule scores.
struct QuestionAnsweringProblem: OptimizationProblem {
  private let split: ExampleSplit
  private let examples: [ExampleID: Example]
  private let workflow: any AnswerWorkflow
  private let rule: any AnswerRule
  private let resources: SuiteResources

  init(
    _ split: ExampleSplit, workflow: any AnswerWorkflow, rule: any AnswerRule,
    resources: SuiteResources
  ) {
    self.split = split
    self.workflow = workflow
    self.rule = rule
    self.resources = resources
    examples = Dictionary(
      split.examples.map { (ExampleID(rawValue: $0.id), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var parameters: [ParameterSpecification] { workflow.parameters }
  var objective: String { workflow.objective }

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
    try await workflow.answer(try example(id).input, with: parameters, using: resources)
  }

  func assess(_ output: TraceNode, for id: ExampleID) async throws -> Assessment {
    let example = try example(id)
    let expected = example.target
    guard let answer = output.value.textValue else {
      return Assessment(
        score: 0,
        feedback: workflow.feedback.wrongType(output.value.typeName, expected: expected),
        outcome: .invalidAnswer)
    }
    if rule.isCorrect(answer, for: example) {
      return Assessment(score: 1, feedback: workflow.feedback.right, outcome: .correct)
    }
    return rule.findsAnswer(in: answer, for: example)
      ? Assessment(
        score: 0, feedback: workflow.feedback.wrong(expected: expected), outcome: .incorrect)
      : Assessment(
        score: 0, feedback: workflow.feedback.unreadable(expected: expected),
        outcome: .invalidAnswer)
  }

  /// Answers that were right or wrong are texts.
  func output(storedAs answer: String, for example: ExampleID) -> TraceValue? { .text(answer) }

  private func example(_ id: ExampleID) throws -> Example {
    guard let example = examples[id] else {
      throw ProblemError(.unknownExample, "there is no item called \(id)")
    }
    return example
  }
}
