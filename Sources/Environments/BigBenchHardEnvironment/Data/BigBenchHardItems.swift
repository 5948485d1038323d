// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Datasets

/// The items of all tasks, wherever they come from.
struct BigBenchHardItems: Sendable {
  /// Where published files are.
  let library: DataLibrary

  /// The items of a task in their order.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - source: Where its items come from; the user has none.
  ///   - suite: The suite that errors name.
  /// - Returns: All items.
  /// - Throws: `DataError` when the file is missing and cannot be fetched, or is not the published
  ///   one.
  func examples(
    of task: BigBenchHardTask, from source: DataSource, suite: String
  ) async throws -> ExampleSet {
    switch source {
    case .generated:
      return try GeneratedBigBenchHard.frozen(task)
    case .official(let directory):
      return try await OfficialBigBenchHard.load(task, from: directory, in: library)
    case .user:
      throw DataError(.unknownTask, "\(suite) has no items of the user: name --suite file:PATH.")
    }
  }
}
