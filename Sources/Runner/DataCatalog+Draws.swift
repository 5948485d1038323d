// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
package import Datasets
import QuestionAnswering

extension DataCatalog {
  /// Draws items of a task that has a seeded generator.
  ///
  /// - Parameters:
  ///   - task: The task as `SUITE:TASK`.
  ///   - seed: Any number; equal seeds give equal items on every machine.
  ///   - count: How many items. A longer draw begins with the shorter one.
  ///   - difficulty: The sizes of the items; nil for those of the suite.
  /// - Returns: A set labelled generated.
  /// - Throws: ``PlanError`` when there is no such suite or task, naming those that there are;
  ///   `DataError` when the task has no generator, or none of the difficulty, or it has fewer distinct
  ///   items.
  package static func draw(
    _ task: String, seed: UInt64, count: Int, difficulty: Difficulty?
  ) throws -> GeneratedSet {
    let words = task.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2 else {
      throw PlanError("'\(task)' names no task: write SUITE:TASK, such as bbh:navigate")
    }
    let (suiteName, taskName) = (String(words[0]), String(words[1]))
    let suites = SuiteCatalog.all.compactMap { $0 as? any GeneratingSuite }
    guard let suite = suites.first(where: { $0.name == suiteName }) else {
      throw PlanError.unknown(
        "suite of generated questions", suiteName, option: "'\(task)'", known: suites.map(\.name))
    }
    let generated = suite.tasks(in: .generated).map(\.id.name)
    let official = suite.tasks(in: .official(directory: nil)).map(\.id.name)
    guard generated.contains(taskName) || official.contains(taskName) else {
      throw PlanError.unknown("task", taskName, option: "'\(task)'", known: generated)
    }
    return try suite.draw(
      TaskID(suite: suiteName, name: taskName), seed: seed, count: count, difficulty: difficulty)
  }
}
