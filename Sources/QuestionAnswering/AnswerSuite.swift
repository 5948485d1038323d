// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets

/// A suite of questions with exact answers, whose stored answers can be scored again by any rule.
package protocol AnswerSuite: BenchmarkSuite {
  /// The published rules for a task, the one that scores trials first.
  ///
  /// - Throws: `DataError` when there is no such task.
  func rules(of task: TaskID) throws -> [any AnswerRule]

  /// The items of a task by what they are for, the same that ``BenchmarkSuite/load(_:from:)`` poses.
  ///
  /// - Throws: `DataError` when the task is unknown or its data cannot be read.
  func split(of task: TaskID, from source: DataSource) async throws -> ExampleSplit

  /// The groups over which results of a task are also summarised, such as a family of tasks.
  func groups(of task: TaskID) -> TaskGroups
}

/// Where a task belongs in a suite's published summaries.
package struct TaskGroups: Sendable, Hashable {
  /// The families over whose items a mean is taken, such as `algorithmic`.
  package let families: [String]
  /// The benchmark's own task, which may have several files.
  package let benchmarkTask: String

  /// Creates the groups of a task.
  package init(families: [String] = [], benchmarkTask: String) {
    self.families = families
    self.benchmarkTask = benchmarkTask
  }
}

extension AnswerSuite {
  /// No families: the task stands for itself.
  package func groups(of task: TaskID) -> TaskGroups { TaskGroups(benchmarkTask: task.name) }
}
