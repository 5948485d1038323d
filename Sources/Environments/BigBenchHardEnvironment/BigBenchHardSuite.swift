// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import CanonicalJSON
package import Datasets
package import Foundation

/// BIG-Bench Hard: the publisher's 27 files, or items of the same form made here.
package struct BigBenchHardSuite: BenchmarkSuite {
  /// The tasks of a run that names none: a small model gets them partly right, so that there is
  /// room for an optimizer to show itself.
  private static let defaultTasks: Set<BigBenchHardTask> = [
    .booleanExpressions, .navigate, .objectCounting, .wordSorting,
  ]

  private let fetch: DataDownload.Fetch
  private let cache: @Sendable () throws -> URL

  /// Creates the suite.
  ///
  /// - Parameters:
  ///   - fetch: How the publisher's files are got when no folder is named.
  ///   - cache: Under which folder they are kept.
  package init(
    fetch: @escaping DataDownload.Fetch = DataDownload.overHTTP,
    cache: @escaping @Sendable () throws -> URL = { try CacheDirectory.locate() }
  ) {
    self.fetch = fetch
    self.cache = cache
  }

  package var name: String { "bbh" }

  package var summary: String {
    "Reasoning tasks of BIG-Bench Hard: tunes a prompt and two functions around a model call."
  }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    let tasks =
      switch source {
      case .generated: GeneratedBigBenchHard.tasks
      case .official: BigBenchHardTask.allCases
      }
    return tasks.map { task in
      BenchmarkTask(
        id: TaskID(suite: name, name: task.rawValue),
        summary: task.summary,
        isDefault: Self.defaultTasks.contains(task)
      )
    }.sorted { $0.id.name < $1.id.name }
  }

  /// Reads the examples of a task.
  ///
  /// Generated examples are the same in every run: the seed of a trial does not change them.
  ///
  /// - Throws: `DataError` when there is no such task, or its file is missing and cannot be
  ///   fetched, or is not the published one.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    guard id.suite == name, let task = BigBenchHardTask(rawValue: id.name) else {
      throw DataError(.unknownTask, "There is no task \(id): see 'bench list tasks'.")
    }
    let set = try await examples(of: task, from: source)
    let split = try BigBenchHardSplit(set)
    return LoadedTask(
      id: id, dataLabel: set.label.rawValue, dataDigest: set.digest.hex,
      workflowDigest: BigBenchHardProblem.workflowDigest.hex,
      parameters: BigBenchHardPrompts.parameters
    ) { resources, _ in
      BigBenchHardProblem(split, resources: resources)
    }
  }

  private func examples(
    of task: BigBenchHardTask,
    from source: DataSource
  ) async throws -> ExampleSet {
    switch source {
    case .generated:
      return try GeneratedBigBenchHard.frozen(task)
    case .official(let directory?):
      let folder = URL(fileURLWithPath: directory, isDirectory: true)
      return try OfficialBigBenchHard(folder: folder).load(task)
    case .official(nil):
      let folder = try cache().appendingPathComponent("data/bbh", isDirectory: true)
      let official = try OfficialBigBenchHard(folder: folder)
      try await official.bring(task, by: fetch)
      return try official.load(task)
    }
  }
}
