// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Trace

/// The oracle asked with several examples: they run one after the other on one tape, and their
/// outputs and feedback are batched into one, so that one signal tells of all of them.
///
/// Examples do not run at once, because the names of nodes follow the order of recording.
public struct BatchQuery: Sendable {
  private let problem: any OptimizationProblem
  private let values: ParameterValues
  private let parameters: BoundParameters
  private var passes: [ForwardPass] = []

  /// Creates a query that has run nothing.
  public init(_ problem: any OptimizationProblem, values: ParameterValues) {
    self.problem = problem
    self.values = values
    parameters = BoundParameters(values, of: problem.parameters, on: Tape())
  }

  /// Scores the workflow on one more example.
  ///
  /// - Throws: what kept the evaluation from being made.
  public mutating func run(_ example: ExampleID) async throws -> Evaluation {
    let pass = try await ForwardPass(example, of: problem, with: parameters)
    passes.append(pass)
    return pass.evaluation
  }

  /// Carries the feedback of all examples back, once.
  ///
  /// - Returns: The signal; its parts are those of the single examples when there are several.
  /// - Throws: `BackwardError` when no feedback reaches a trainable parameter, also when nothing was
  ///   run.
  /// - Complexity: O(*k* (*n* + *e*)) for *k* examples in the nodes and edges of the tape.
  public func signal() throws -> TrainingSignal {
    guard let first = passes.first else { throw BackwardError(.noFeedback, "nothing was run") }
    guard passes.count > 1 else {
      try first.output.backward(first.evaluation.assessment.feedback)
      return try read(first.evaluation.assessment)
    }
    let tape = first.output.tape
    var parts: [TrainingSignal] = []
    for pass in passes {
      let assessment = pass.evaluation.assessment
      try pass.output.backward(assessment.feedback, retainGraph: true)
      do {
        parts.append(try read(assessment))
      } catch let error as BackwardError where error.code == .noFeedback {
        // What one example gave may depend on no parameter when that of another does.
      }
      tape.zeroFeedback()
    }
    let assessments = passes.map(\.evaluation.assessment)
    let feedback = Batch.feedback(assessments.map(\.feedback))
    try Batch.outputs(passes.map(\.output)).backward(feedback)
    let mean = assessments.map(\.score).reduce(0, +) / Double(assessments.count)
    let outcome = assessments.map(\.outcome).first { $0 != .correct } ?? .correct
    return try read(Assessment(score: mean, feedback: feedback, outcome: outcome), parts: parts)
  }

  private func read(
    _ assessment: Assessment, parts: [TrainingSignal] = []
  ) throws -> TrainingSignal {
    TrainingSignal(
      values: values, score: assessment.score, feedback: assessment.feedback,
      view: try parameters.tape.functionView(), parameterNames: parameters.namesByPythonName,
      outcome: assessment.outcome, parts: parts)
  }
}
