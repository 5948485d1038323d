// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

/// The workflow as every trial begins with it: an instruction to think step by step and to end
/// with a line that the rule can read, as in TextGrad's experiment, in words of our own.
enum GSM8KPrompts {
  static let workflow = InstructionWorkflow(
    instruction: """
      You solve mathematical word problems. Think step by step. End with a line of the form \
      "Answer: NUMBER" that has nothing after the number.
      """,
    form: "a last line \"Answer: \" with the number alone")
}
