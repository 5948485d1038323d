// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// The text of a prompt whose answer is read by a rule, around a model that always says the same.
struct PromptProblem: OptimizationProblem {
  let parameters = [
    ParameterSpecification(
      name: "template", kind: .text, initialValue: "Question: {question}\nAnswer:",
      summary: "the text that a language model is given", constraint: "has to contain {question}",
      requiredTexts: ["{question}"])
  ]
  let objective = "Change the template so that the model gives the answer as one number."

  private static let questions = [
    "I have two pears and a plum. How many fruits do I have?",
    "I have a chair and three lamps. How many things do I have?",
  ]

  func exampleIDs(in split: DatasetSplit) -> [ExampleID] {
    split == .train ? Self.questions.indices.map { ExampleID(rawValue: "fruit-\($0)") } : []
  }

  func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    let template = try parameters.node("template")
    let question = Self.questions[example.rawValue.hasSuffix("0") ? 0 : 1]
    let fill = bundle("fill", summary: "Puts the question into the template.") { arguments in
      .text(
        (arguments[0].textValue ?? "")
          .replacing("{question}", with: arguments[1].textValue ?? ""))
    }
    let ask = bundle("ask_model", summary: "Asks a language model.") { _ in "There are some." }
    let filled = try fill([
      "template": template, "question": template.tape.constant(.text(question), named: "question"),
    ])
    return try ask(["prompt": filled])
  }

  func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    Assessment(
      score: 0, feedback: "The answer has no number.", outcome: .incorrect)
  }
}

/// The code of a function that raises an exception.
struct CodeProblem: OptimizationProblem {
  static let source = "def count_vowels(text):\n    return sum(c in 'aeiou' for c in text.lower)\n"

  let parameters = [
    ParameterSpecification(
      name: "count_vowels",
      kind: .code(CodeSignature(entryPoint: "count_vowels", parameters: ["text"])),
      initialValue: .text(Self.source), summary: "counts the vowels of a text")
  ]
  let objective = "Repair the function so that it counts the vowels of every text."

  func exampleIDs(in split: DatasetSplit) -> [ExampleID] {
    split == .train ? ["first", "second"].map { ExampleID(rawValue: $0) } : []
  }

  func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    let code = try parameters.node("count_vowels")
    let call = CodeBundle("count_vowels") { _, _ in
      throw OperatorException(
        type: "TypeError", message: "'builtin_function_or_method' object is not iterable")
    }
    return try await call(
      ["text": code.tape.constant(.text("An apple"), named: "text")], code: code)
  }

  func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    Assessment(score: 1, feedback: "", outcome: .correct)
  }
}
