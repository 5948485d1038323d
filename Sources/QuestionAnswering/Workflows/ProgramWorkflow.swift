// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import OPTO
package import Trace

/// A program that makes a prompt, asks the model and reads its answer.
///
/// The workflow is that of the Trace paper's BBH experiment (Cheng, Nie and Swaminathan, 2024,
/// appendix C.4). A text template and two Python functions are its parameters; all of it is
/// recorded, so that an optimizer sees prompt, response and answer beside the feedback.
package struct ProgramWorkflow: AnswerWorkflow {
  private let template: String

  private init(template: String) { self.template = template }

  /// The model answers at once.
  package static let direct = ProgramWorkflow(
    template: """
      Read the question and answer it.
      Write one line that begins with "Answer:" and ends with the answer alone.

      Question: {question}
      """)

  /// The model thinks in writing before it answers.
  package static let chainOfThought = ProgramWorkflow(
    template: """
      Read the question and think it through step by step, writing each step down.
      Then write one last line that begins with "Answer:" and ends with the answer alone.

      Question: {question}

      Reasoning: Step by step,
      """)

  private static let createPrompt = """
    def create_prompt(prompt_template, question):
        return prompt_template.replace("{question}", question)
    """

  private static let extractAnswer = """
    def extract_answer(prompt_template, question, response):
        return response.split("Answer:")[1].strip()
    """

  package var systemMessage: String? { "You answer questions." }

  package var objective: String {
    """
    Change the prompt template and the functions so that the program answers questions of this \
    kind correctly, not only the one shown. The feedback says what the output should have been.
    """
  }

  package var parameters: [ParameterSpecification] {
    [
      ParameterSpecification(
        name: "prompt_template", kind: .text, initialValue: .text(template),
        summary: "the text that asks the model a question; {question} stands for the question",
        constraint: "has to contain {question}, which is replaced by the question",
        requiredTexts: ["{question}"]),
      ParameterSpecification(
        name: "create_prompt",
        kind: .code(
          CodeSignature(
            entryPoint: "create_prompt", parameters: ["prompt_template", "question"])),
        initialValue: .text(Self.createPrompt),
        summary: "puts the question into the template and returns the prompt as text"),
      ParameterSpecification(
        name: "extract_answer",
        kind: .code(
          CodeSignature(
            entryPoint: "extract_answer", parameters: ["prompt_template", "question", "response"])),
        initialValue: .text(Self.extractAnswer),
        summary: "takes the answer alone out of the model's response and returns it as text"),
    ]
  }

  /// The content of the paper's feedback in our own words.
  package var feedback: AnswerFeedback {
    AnswerFeedback(
      right: "The answer is correct. Nothing has to be changed.",
      wrong: """
        The answer is wrong. The output should have been exactly "{expected}". Change the prompt \
        template and those parts of the program that keep the model from giving the right answer \
        or the program from returning it.
        """,
      wrongType: """
        The program has to return text and returned a value of type {type}. The output should have \
        been exactly "{expected}". Change the function that returns it.
        """)
  }

  package func answer(
    _ question: String, with parameters: BoundParameters, using resources: SuiteResources
  ) async throws -> TraceNode {
    let createPrompt = CodeBundle(python: "create_prompt", in: resources.sandbox)
    let extractAnswer = CodeBundle(python: "extract_answer", in: resources.sandbox)
    let ask = ModelOperation.asking(under: systemMessage ?? "", resources)
    let template = try parameters.node("prompt_template")
    let question = parameters.tape.constant(.text(question), named: "question")
    let prompt = try await createPrompt(
      ["prompt_template": template, "question": question],
      code: try parameters.node("create_prompt"))
    let response = try await ask(["user_prompt": prompt])
    return try await extractAnswer(
      ["prompt_template": template, "question": question, "response": response],
      code: try parameters.node("extract_answer"))
  }
}
