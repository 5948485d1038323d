// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// A task whose examples are in memory, ready to be posed as an OPTO problem.
public struct LoadedTask: Sendable {
  /// The task.
  public let id: TaskID
  /// `official`, `generated` or `user`, shown in every table.
  public let dataLabel: String
  /// The digest of the examples of all splits, 64 hexadecimal digits; part of a trial's identity.
  public let dataDigest: String
  /// The digest of everything beside the examples that decides a workflow's behaviour: where its
  /// parameters begin, its fixed texts, its feedback and its scoring; part of a trial's identity.
  public let workflowDigest: String
  /// The parameters as posed with seed 0; other seeds may begin with other values.
  public let parameters: [ParameterSpecification]
  /// Whether the workflow asks a language model.
  public let asksModel: Bool
  /// What the scores mean.
  public let measure: TaskMeasure
  /// The values of a reference policy of the suite for a trial's seed; nil where it has none.
  public let referenceValues: @Sendable (ReferencePolicy, Seed) -> ParameterValues?
  /// Poses the task for one trial, with what its workflow may use and the trial's seed.
  ///
  /// The seed is the trial's own number, so that a suite can give it a published meaning, such as
  /// the number of a replication.
  /// A problem has no state of its own, so that several trials may pose the same task at once.
  public let pose: @Sendable (SuiteResources, Seed) throws -> any OptimizationProblem

  /// Creates a loaded task.
  public init(
    id: TaskID, dataLabel: String, dataDigest: String, workflowDigest: String,
    parameters: [ParameterSpecification], asksModel: Bool = true,
    measure: TaskMeasure = .success,
    referenceValues: @escaping @Sendable (ReferencePolicy, Seed) -> ParameterValues? = { _, _ in
      nil
    },
    pose: @escaping @Sendable (SuiteResources, Seed) throws -> any OptimizationProblem
  ) {
    self.id = id
    self.dataLabel = dataLabel
    self.dataDigest = dataDigest
    self.workflowDigest = workflowDigest
    self.parameters = parameters
    self.asksModel = asksModel
    self.measure = measure
    self.referenceValues = referenceValues
    self.pose = pose
  }

  /// The kinds of the parameters that optimizers may change.
  ///
  /// - Complexity: O(*n*) in the number of parameters.
  public var trainableKinds: [ParameterKind] { parameters.filter(\.isTrainable).map(\.kind) }

  /// Whether a parameter is code, which runs in the sandbox.
  ///
  /// - Complexity: O(*n*) in the number of parameters.
  public var runsCode: Bool { parameters.contains(where: \.isCode) }
}
