// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Foundation
import LanguageModels
import OPTO
import Testing

@testable import Optimizers

/// What optimizers ask their model, as texts that somebody has read.
///
/// The files of `Golden` are written anew when `OPTOBENCH_RECORD_GOLDEN` is set; whoever does so
/// reads the difference before it is committed, and raises the optimizer's revision.
struct GoldenPromptTests {
  private static let isRecording =
    ProcessInfo.processInfo.environment["OPTOBENCH_RECORD_GOLDEN"] != nil

  static let optimizers = [
    "opro", "optoprime", "optoprime:memory=2+masked", "optoprime:format=xml+example",
    "optoprime-small", "random", "textgrad:memory=1",
  ]
  static let problems: [(name: String, problem: any OptimizationProblem)] = [
    ("number", CountingProblem(goal: 9, start: 3)), ("prompt", PromptProblem()),
    ("code", CodeProblem()),
  ]

  @Test(arguments: optimizers, problems.map(\.name))
  func theQuestionsOfTwoStepsAreAsReviewed(optimizer: String, problem name: String) async throws {
    let problem = try #require(Self.problems.first { $0.name == name }).problem
    let text = try await Self.conversation(of: optimizer, on: problem)
    let label = optimizer.split { ":+=".contains($0) }.joined(separator: "-")
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(label)-\(name).txt")
    if Self.isRecording { try Data(text.utf8).write(to: file) }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  /// All requests of two steps.
  private static func conversation(
    of optimizer: String, on problem: any OptimizationProblem
  ) async throws -> String {
    let model = ScriptedLanguageModel { (request, _) throws(LanguageModelError) in
      answer(to: request, about: problem.parameters[0])
    }
    let description = try #require(try OptimizerCatalog.optimizer(spelled: optimizer))
    var made = description.make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective, model: model,
        seed: Seed(rawValue: 0), proposalTokens: 300))
    var values = ParameterValues(initialOf: problem.parameters)
    for example in problem.exampleIDs(in: .train).prefix(2) {
      let (_, signal) = try await TraceOracle(problem).query(example, with: values)
      values = try await made.propose(from: signal).values
    }
    return model.requests.enumerated().map { number, request in
      let head =
        "=== question \(number + 1), temperature \(request.temperature), "
        + "answer as \(request.answerFormat.value.text)\n"
      return head
        + request.messages.map { "--- \($0.role)\n\($0.content)\n" }.joined()
    }.joined(separator: "\n")
  }

  /// A new value in whichever form the question asks for, or some criticism.
  private static func answer(
    to request: ModelRequest, about parameter: ParameterSpecification
  ) -> String {
    let value: JSONValue =
      switch parameter.kind {
      case .text: "Question: {question}\nAnswer with one number:"
      case .code:
        "def count_vowels(text):\n    return sum(c in 'aeiou' for c in text.lower())\n"
      default: 6
      }
    let written = value.stringValue ?? value.text
    let asked = request.messages.map(\.content).joined(separator: "\n")
    if asked.contains(TextGradPrompts.openTag) {
      return TextGradPrompts.openTag + written + TextGradPrompts.closeTag
    }
    if asked.contains("What should be different") { return "It should ask for more." }
    guard request.answerFormat != .text else {
      return "<reasoning>Because.</reasoning>\n"
        + ["\(parameter.name)0", parameter.name].map {
          "<variable>\n<name>\($0)</name>\n<value>\n\(written)\n</value>\n</variable>"
        }.joined(separator: "\n")
    }
    let names = ["\(parameter.name)0", "__code0", parameter.name]
    return JSONValue.object([
      .init("reasoning", "Because."),
      .init("suggestion", .object(names.map { .init($0, value) })),
    ]).text
  }
}
