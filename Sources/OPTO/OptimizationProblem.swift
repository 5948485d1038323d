// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Trace

/// A workflow posed as an OPTO problem (Cheng, Nie and Swaminathan, 2024, definition 1).
///
/// The parameters are Θ, the objective and the summaries are the context ω, and ``TraceOracle`` is
/// the oracle T. A problem has no state of its own: the same values and example give the same
/// workflow, and several evaluations may run at once.
public protocol OptimizationProblem: Sendable {
  /// The parameters in the order in which they are created on every tape.
  var parameters: [ParameterSpecification] { get }
  /// What an optimizer is asked to reach, in words.
  var objective: String { get }
  /// The score of an output that could not be assessed because the workflow raised an exception.
  var minimumScore: Double { get }

  /// The examples of a split in their order.
  func exampleIDs(in split: DatasetSplit) -> [ExampleID]

  /// Runs the workflow on an example and records it on the tape of the parameters.
  ///
  /// - Throws: `ExecutionError` when the workflow itself fails, which is a result; anything else
  ///   when the evaluation could not be made, such as a failed model call.
  func forward(_ example: ExampleID, with parameters: BoundParameters) async throws -> TraceNode

  /// Compares an output with what the example asks for.
  ///
  /// - Throws: ``ProblemError`` for an unknown example.
  func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment

  /// The names of the parameters that one optimizer improves, in a group for each optimizer of a
  /// trial.
  var parameterGroups: [[String]] { get }

  /// The exact derivatives of an example's score with respect to the trainable numbers, by name;
  /// nil where the problem does not know them.
  ///
  /// They are what a machine could compute from the workflow's own formulas; no optimizer sees them
  /// unless it says that it reads them.
  func slopes(of example: ExampleID, at values: ParameterValues) -> [String: Double]?

  /// The output whose text was stored as an answer that was right or wrong; nil when the text does
  /// not tell the output, or the assessment asks a model.
  func output(storedAs answer: String, for example: ExampleID) -> TraceValue?

  /// What an answer votes for where the answers of several states vote; nil for no readable one.
  func vote(of answer: String) -> String?
}

extension OptimizationProblem {
  /// Zero, the lowest score of suites of right and wrong.
  public var minimumScore: Double { 0 }

  /// One group of all parameters.
  public var parameterGroups: [[String]] { [parameters.map(\.name)] }

  /// None.
  public func slopes(of example: ExampleID, at values: ParameterValues) -> [String: Double]? { nil }

  /// Nil, for outputs that are more than their text.
  public func output(storedAs answer: String, for example: ExampleID) -> TraceValue? { nil }

  /// The text itself.
  public func vote(of answer: String) -> String? { answer }
}
