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
  /// Poses the task for one trial, with what its workflow may use and the trial's seed.
  ///
  /// A problem has no state of its own, so that several trials may pose the same task at once.
  public let pose: @Sendable (SuiteResources, Seed) throws -> any OptimizationProblem

  /// Creates a loaded task.
  public init(
    id: TaskID, dataLabel: String, dataDigest: String, workflowDigest: String,
    pose: @escaping @Sendable (SuiteResources, Seed) throws -> any OptimizationProblem
  ) {
    self.id = id
    self.dataLabel = dataLabel
    self.dataDigest = dataDigest
    self.workflowDigest = workflowDigest
    self.pose = pose
  }
}
