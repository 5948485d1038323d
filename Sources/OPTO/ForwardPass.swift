// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Trace

/// One run of a workflow, assessed; an exception of the workflow is its result.
struct ForwardPass {
  /// What the guide said.
  let evaluation: Evaluation
  /// The output, or the exception's node.
  let output: TraceNode

  /// Runs a workflow on an example and assesses its output.
  ///
  /// - Throws: what kept the evaluation from being made.
  init(
    _ example: ExampleID, of problem: any OptimizationProblem, with parameters: BoundParameters
  ) async throws {
    do {
      let output = try await problem.forward(example, with: parameters)
      let assessment = try await problem.assess(Self.storable(output), for: example)
      self.init(example, output, output.value.plainText, assessment)
    } catch let error as ExecutionError {
      let assessment = Assessment(
        score: problem.minimumScore, feedback: error.fullFeedback, outcome: .exception)
      self.init(example, error.node, error.node.value.plainText, assessment)
    }
  }

  /// The output as a store can keep its text, so that a stored answer has the score of the output:
  /// the node itself, or where its text has a U+0000 one beside the trace.
  private static func storable(_ output: TraceNode) -> TraceNode {
    guard case .text(let text) = output.value, text != text.storable else { return output }
    return Tape().constant(.text(text.storable), named: "answer")
  }

  private init(
    _ example: ExampleID, _ output: TraceNode, _ answer: String, _ assessment: Assessment
  ) {
    evaluation = Evaluation(example: example, answer: answer, assessment: assessment)
    self.output = output
  }
}
