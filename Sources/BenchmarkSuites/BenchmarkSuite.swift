// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Training

/// A group of tasks that share a workflow and a way of scoring.
public protocol BenchmarkSuite: Sendable {
  /// The name on the command line and in records.
  var name: String { get }
  /// One sentence that says what is measured.
  var summary: String { get }

  /// The protocols that fit its tasks, at least one, the default first.
  var protocols: [TrainingProtocol] { get }
  /// Policies that bound what optimizers can reach; a task may have values for some of them.
  var references: [ReferencePolicy] { get }

  /// The tasks for which this source has examples, sorted by name.
  func tasks(in source: DataSource) -> [BenchmarkTask]

  /// Reads the examples of a task, without asking any model.
  ///
  /// - Throws: a one-sentence error when the task is unknown or its data cannot be read.
  func load(_ task: TaskID, from source: DataSource) async throws -> LoadedTask
}

extension BenchmarkSuite {
  /// One pass over training examples, cut short or as in the paper, and courses with batches.
  public var protocols: [TrainingProtocol] { [.quick, .paper, .minibatch, .gepa, .priority] }
  /// None.
  public var references: [ReferencePolicy] { [] }
}
