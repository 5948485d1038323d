// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

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
      let assessment = try await problem.assess(output, for: example)
      self.init(example, output, output.value.plainText, assessment)
    } catch let error as ExecutionError {
      let assessment = Assessment(
        score: problem.minimumScore, feedback: error.fullFeedback, outcome: .exception)
      self.init(example, error.node, error.node.value.plainText, assessment)
    }
  }

  private init(
    _ example: ExampleID, _ output: TraceNode, _ answer: String, _ assessment: Assessment
  ) {
    evaluation = Evaluation(example: example, answer: answer, assessment: assessment)
    self.output = output
  }
}
