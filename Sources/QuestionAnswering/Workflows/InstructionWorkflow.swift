// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import OPTO
package import Trace

/// One model call whose instruction is the parameter and whose whole response is the answer.
///
/// This is the form of TextGrad's prompt optimization (Yuksekgonul et al., 2024, section 3.3):
/// the instruction stands above the question as the system message, and the rule reads the answer
/// out of the response, so that the text of the instruction alone decides the result.
package struct InstructionWorkflow: AnswerWorkflow {
  /// The name of the parameter.
  package static let parameterName = "instruction"

  private let instruction: String
  private let form: String

  /// Creates a workflow.
  ///
  /// - Parameters:
  ///   - instruction: The instruction with which every trial begins.
  ///   - form: How a response has to end for the rule to read it, in words for feedback, such as
  ///     `a last line "Answer: " with the number`.
  package init(instruction: String, form: String) {
    self.instruction = instruction
    self.form = form
  }

  package var parameters: [ParameterSpecification] {
    [
      ParameterSpecification(
        name: Self.parameterName, kind: .text, initialValue: .text(instruction),
        summary: "the instruction that the model reads above every question")
    ]
  }

  package var objective: String {
    """
    Change the instruction so that the model answers questions of this kind correctly, not only \
    the one shown. The feedback says what the answer should have been.
    """
  }

  package var systemMessage: String? { nil }

  package var feedback: AnswerFeedback {
    AnswerFeedback(
      right: "The answer is correct. The instruction does not have to be changed.",
      wrong: """
        The answer is wrong. It should have been "{expected}". Change the instruction so that the \
        model thinks in a way that leads to the right answer.
        """,
      wrongType: """
        The model has to return text, and there was a value of type {type}. The answer should have \
        been "{expected}".
        """,
      unreadable: """
        No answer could be read from the response. It should have been "{expected}", given as \
        \(form). Change the instruction so that the model ends its response in this way.
        """)
  }

  package func answer(
    _ question: String, with parameters: BoundParameters, using resources: SuiteResources
  ) async throws -> TraceNode {
    let question = parameters.tape.constant(.text(question), named: "question")
    let ask = ModelOperation.askingWithInstruction(resources)
    return try await ask([
      "system_prompt": try parameters.node(Self.parameterName), "user_prompt": question,
    ])
  }
}
