// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

/// What answers the questions that the user brought, and so what is tuned; the raw value is its
/// name.
package enum UserWorkflow: String, Sendable, Hashable, CaseIterable {
  /// A prompt template and two Python functions around a call of a model that answers at once.
  case program
  /// The same with a prompt to think in writing first.
  case thinking
  /// An instruction above the question; the whole response is the answer.
  case instruction

  /// What is tuned, in a few words.
  package var summary: String {
    switch self {
    case .program: "a prompt and two functions around a model call"
    case .thinking: "a prompt for step-by-step answers and two functions around a model call"
    case .instruction: "the instruction of a model call"
    }
  }

  /// The workflow itself.
  var workflow: any AnswerWorkflow {
    switch self {
    case .program: ProgramWorkflow.direct
    case .thinking: ProgramWorkflow.chainOfThought
    case .instruction:
      InstructionWorkflow(
        instruction: """
          Answer the question of the user. Reply with the answer alone: no other words, no \
          explanation.
          """, form: "a response that is the answer alone")
    }
  }
}
