// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import Foundation
package import QuestionAnswering
package import Training

/// BIG-Bench Hard: the publisher's 27 files, or items of the same form made here.
package struct BigBenchHardSuite: AnswerSuite {
  /// The tasks of a run that names none: a small model gets them partly right, so that there is
  /// room for an optimizer to show itself.
  private static let defaultTasks: Set<BigBenchHardTask> = [
    .booleanExpressions, .navigate, .objectCounting, .wordSorting,
  ]

  private let style: AnswerStyle
  private let items: BigBenchHardItems

  /// Creates the suite.
  ///
  /// - Parameters:
  ///   - style: How the workflow asks when a trial begins.
  ///   - fetch: How the publisher's files are got when no folder is named.
  ///   - cache: Under which folder they are kept.
  package init(
    _ style: AnswerStyle = .direct,
    fetch: @escaping DataDownload.Fetch = DataDownload.overHTTP,
    cache: @escaping @Sendable () throws -> URL = { try CacheDirectory.locate() }
  ) {
    self.style = style
    items = BigBenchHardItems(library: DataLibrary(fetch: fetch, cache: cache))
  }

  package var name: String {
    switch style {
    case .direct: "bbh"
    case .chainOfThought: "bbh-cot"
    }
  }

  package var summary: String {
    switch style {
    case .direct:
      "Reasoning tasks of BIG-Bench Hard: tunes a prompt and two functions around a model call."
    case .chainOfThought:
      "The same tasks with a model that thinks in writing before it answers."
    }
  }

  package var protocols: [TrainingProtocol] { style.protocols }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    let tasks =
      switch source {
      case .generated: GeneratedBigBenchHard.tasks
      case .official: BigBenchHardTask.allCases
      case .user: [BigBenchHardTask]()
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
    let workflow: ProgramWorkflow =
      switch style {
      case .direct: .direct
      case .chainOfThought: .chainOfThought
      }
    return LoadedTask(
      id, try await split(of: id, from: source), workflow: workflow, rule: PaperRule())
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    try ExampleSplit(
      asInTracePaper: try await items.examples(of: try task(id), from: source, suite: name))
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    let kind = try task(id).answerKind
    return [PaperRule(), HarnessStrictRule(), HarnessFlexibleRule(kind)]
  }

  package func groups(of id: TaskID) -> TaskGroups {
    guard let task = BigBenchHardTask(rawValue: id.name) else {
      return TaskGroups(benchmarkTask: id.name)
    }
    return TaskGroups(families: [task.family.title], benchmarkTask: task.benchmarkTask)
  }

  private func task(_ id: TaskID) throws(DataError) -> BigBenchHardTask {
    guard id.suite == name, let task = BigBenchHardTask(rawValue: id.name) else {
      throw DataError(.unknownTask, "There is no task \(id): see 'bench list tasks'.")
    }
    return task
  }
}

extension BigBenchHardSuite: GeneratingSuite {
  package func draw(
    _ id: TaskID, seed: UInt64, count: Int, difficulty: Difficulty?
  ) throws(DataError) -> GeneratedSet {
    try GeneratedBigBenchHard.draw(
      try task(id), seed: seed, count: count, difficulty: difficulty ?? .published)
  }
}
