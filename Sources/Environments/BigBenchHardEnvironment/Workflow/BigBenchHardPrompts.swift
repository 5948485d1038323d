// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// The workflow's parameters as every trial begins with them.
///
/// Their roles are the paper's (Cheng, Nie and Swaminathan, 2024, appendix C.4): a prompt template
/// as text, and two functions as code, one that makes the prompt and one that reads the answer.
enum BigBenchHardPrompts {
  static let template = """
    Read the question and answer it.
    Write one line that begins with "Answer:" and ends with the answer alone.

    Question: {question}
    """

  static let createPrompt = """
    def create_prompt(prompt_template, question):
        return prompt_template.replace("{question}", question)
    """

  static let extractAnswer = """
    def extract_answer(prompt_template, question, response):
        return response.split("Answer:")[1].strip()
    """

  static let systemMessage = "You answer questions."

  static let objective = """
    Change the prompt template and the functions so that the program answers questions of this \
    kind correctly, not only the one shown. The feedback says what the output should have been.
    """

  static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      name: "prompt_template", kind: .text, initialValue: .text(template),
      summary: "the text that asks the model a question; {question} stands for the question",
      constraint: "has to contain {question}, which is replaced by the question",
      requiredTexts: ["{question}"]),
    ParameterSpecification(
      name: "create_prompt",
      kind: .code(
        CodeSignature(entryPoint: "create_prompt", parameters: ["prompt_template", "question"])),
      initialValue: .text(createPrompt),
      summary: "puts the question into the template and returns the prompt as text"),
    ParameterSpecification(
      name: "extract_answer",
      kind: .code(
        CodeSignature(
          entryPoint: "extract_answer", parameters: ["prompt_template", "question", "response"])),
      initialValue: .text(extractAnswer),
      summary: "takes the answer alone out of the model's response and returns it as text"),
  ]
}
