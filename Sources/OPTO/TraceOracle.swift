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
    let parameters = BoundParameters(values, of: problem.parameters, on: Tape())
    return try await ForwardPass(example, of: problem, with: parameters).evaluation
  }

  /// Scores the workflow on one example and carries its feedback back to the parameters.
  ///
  /// - Throws: what kept the evaluation from being made.
  /// - Complexity: O(*n* + *e*) in the nodes and edges of the trace, beside the workflow itself.
  public func query(
    _ example: ExampleID, with values: ParameterValues
  ) async throws -> (evaluation: Evaluation, signal: TrainingSignal) {
    var batch = BatchQuery(problem, values: values)
    let evaluation = try await batch.run(example)
    return (evaluation, try batch.signal())
  }
}
