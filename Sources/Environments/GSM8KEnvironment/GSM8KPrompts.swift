// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

/// The workflows as every trial begins with them.
enum GSM8KPrompts {
  /// An instruction to think step by step and to end with a line that the rule can read, as in
  /// TextGrad's experiment, in words of our own.
  static let chainOfThought = InstructionWorkflow(
    instruction: """
      You solve mathematical word problems. Think step by step. End with a line of the form \
      "Answer: NUMBER" that has nothing after the number.
      """,
    form: "a last line \"Answer: \" with the number alone")

  /// An instruction to answer at once.
  static let direct = InstructionWorkflow(
    instruction: """
      You solve mathematical word problems. Write one line of the form "Answer: NUMBER" and nothing \
      else.
      """,
    form: "one line \"Answer: \" with the number alone")
}
