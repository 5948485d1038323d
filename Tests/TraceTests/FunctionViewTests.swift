// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct FunctionViewTests {
  @Test func promptWorkflowWithCodeAndModelIsWrittenAsAProgram() async throws {
    let tape = Tape()
    let template = tape.parameter(
      "Q: {question}",
      named: "prompt_template",
      constraint: "has to contain {question}"
    )
    let create = tape.parameter(
      "def create_prompt(prompt_template, question): ...",
      named: "create_prompt",
      description: "makes the prompt",
      isCode: true
    )
    let system = tape.parameter("Be brief.", named: "system", isTrainable: false)
    let createPrompt = CodeBundle("create_prompt") { _, arguments in
      .text(
        arguments[0].plainText.replacing("{question}", with: arguments[1].plainText)
      )
    }
    let callModel = bundle("call_llm", summary: "Asks the model.") { arguments async in
      TraceValue.text("answer to \(arguments[1].plainText)")
    }
    let prompt = try await createPrompt(
      ["prompt_template": template, "question": "1 + 1?" as TraceValue],
      code: create
    )
    let answer = try await callModel(["system": system, "prompt": prompt])
    try answer.backward("The answer is 2.")
    let view = try tape.functionView()
    #expect(
      view.code == [
        "eval0 = eval(prompt_template=prompt_template0, question=question0, __code=create_prompt0)",
        "call_llm0 = call_llm(system=system0, prompt=eval0)",
      ]
    )
    #expect(view.variables.map(\.name) == ["prompt_template0", "create_prompt0"])
    #expect(view.variables.map(\.isCode) == [false, true])
    #expect(view.inputs.map(\.name) == ["system0", "question0"])
    #expect(view.others.map(\.text) == ["Q: 1 + 1?"])
    #expect(view.outputs.map(\.text) == ["answer to Q: 1 + 1?"])
    #expect(view.constraints.map(\.text) == ["has to contain {question}", "makes the prompt"])
    #expect(view.documentation.map(\.name) == ["eval", "call_llm"])
    #expect(view.feedback == "The answer is 2.")
  }
}
