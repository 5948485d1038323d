// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Trace

/// The oracle T of OPTO: takes values, runs the workflow, returns trace and feedback.
public struct TraceOracle: Sendable {
  /// The problem that is asked.
  public let problem: any OptimizationProblem

  /// Creates an oracle.
  public init(_ problem: any OptimizationProblem) { self.problem = problem }

  /// Scores the workflow on one example without carrying feedback back.
  ///
  /// - Throws: what kept the evaluation from being made; a workflow that raises an exception is a
  ///   result, not an error.
  public func evaluate(
    _ example: ExampleID, with values: ParameterValues
  ) async throws -> Evaluation {
    try await run(example, with: values).evaluation
  }

  /// Scores the workflow on one example and carries its feedback back to the parameters.
  ///
  /// - Throws: what kept the evaluation from being made.
  /// - Complexity: O(*n* + *e*) in the nodes and edges of the trace, beside the workflow itself.
  public func query(
    _ example: ExampleID, with values: ParameterValues
  ) async throws -> (evaluation: Evaluation, signal: TrainingSignal) {
    let pass = try await run(example, with: values)
    let feedback = pass.evaluation.assessment.feedback
    try pass.output.backward(feedback)
    let signal = TrainingSignal(
      values: values, score: pass.evaluation.assessment.score, feedback: feedback,
      view: try pass.parameters.tape.functionView(),
      parameterNames: pass.parameters.namesByPythonName,
      slopes: problem.slopes(of: example, at: values))
    return (pass.evaluation, signal)
  }

  private struct ForwardPass {
    let evaluation: Evaluation
    let output: TraceNode
    let parameters: BoundParameters
  }

  private func run(
    _ example: ExampleID, with values: ParameterValues
  ) async throws -> ForwardPass {
    let parameters = BoundParameters(values, of: problem.parameters, on: Tape())
    do {
      let output = try await problem.forward(example, with: parameters)
      let assessment = try await problem.assess(output, for: example)
      let evaluation = Evaluation(
        example: example, answer: output.value.plainText, assessment: assessment)
      return ForwardPass(evaluation: evaluation, output: output, parameters: parameters)
    } catch let error as ExecutionError {
      let assessment = Assessment(
        score: problem.minimumScore, feedback: error.fullFeedback, outcome: .exception)
      let evaluation = Evaluation(
        example: example, answer: error.node.value.plainText, assessment: assessment)
      return ForwardPass(evaluation: evaluation, output: error.node, parameters: parameters)
    }
  }
}
