// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import QuestionAnswering
package import Training

/// Items in the form of BBH whose sizes are above those of the published ones; there are no official
/// ones of this kind.
///
/// Workflow, rules and groups are those of the suite `bbh`, so that a difference from its results on
/// generated items is one of sizes alone.
package struct HardTasksSuite: AnswerSuite {
  private let ordinary = BigBenchHardSuite()

  /// Creates the suite.
  package init() {}

  package var name: String { "bbh-hard" }

  package var summary: String {
    "Tasks in the form of BIG-Bench Hard with larger items than the published ones."
  }

  package var protocols: [TrainingProtocol] { ordinary.protocols }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard source == .generated else { return [] }
    let scalable = Set(GeneratedBigBenchHard.scalableTasks.map(\.rawValue))
    return ordinary.tasks(in: .generated).filter { scalable.contains($0.id.name) }.map { task in
      BenchmarkTask(
        id: TaskID(suite: name, name: task.id.name), summary: task.summary,
        isDefault: task.isDefault)
    }
  }

  /// Makes the examples of a task.
  ///
  /// They are the same in every run: the seed of a trial does not change them.
  ///
  /// - Throws: `DataError` when there is no such task, or the data are to be official.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    LoadedTask(
      id, try await split(of: id, from: source), workflow: ProgramWorkflow.direct,
      rule: PaperRule())
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    let task = try task(id)
    guard source == .generated else { throw DataError.isGenerated(id.description) }
    return try ExampleSplit(
      asInTracePaper: try GeneratedBigBenchHard.frozen(task, difficulty: .hard))
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    try ordinary.rules(of: TaskID(suite: ordinary.name, name: try task(id).rawValue))
  }

  package func groups(of id: TaskID) -> TaskGroups {
    ordinary.groups(of: TaskID(suite: ordinary.name, name: id.name))
  }

  private func task(_ id: TaskID) throws(DataError) -> BigBenchHardTask {
    guard id.suite == name, let task = BigBenchHardTask(rawValue: id.name),
      GeneratedBigBenchHard.scalableTasks.contains(task)
    else {
      throw DataError(
        .unknownTask, "There is no task \(id): see 'bench list tasks --suite \(name)'.")
    }
    return task
  }
}

extension HardTasksSuite: GeneratingSuite {
  package func draw(
    _ id: TaskID, seed: UInt64, count: Int, difficulty: Difficulty?
  ) throws(DataError) -> GeneratedSet {
    try GeneratedBigBenchHard.draw(
      try task(id), seed: seed, count: count, difficulty: difficulty ?? .hard)
  }
}
