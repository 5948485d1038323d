// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets
package import Foundation

/// Items of the official form made by seeded generators; they are labelled generated and are not
/// BBH.
package enum GeneratedBigBenchHard {
  /// The seed of the frozen draw, which no seed of a run changes.
  package static let frozenSeed: UInt64 = 2406

  /// How many items the frozen draw has of each task: 15 to train, 5 to validate, 100 to test.
  package static let frozenCount = 120

  private static let generators: [any BigBenchHardGenerator] = [
    BooleanExpressions(), ColoredObjects(), DateUnderstanding(), DyckLanguages(), FormalFallacies(),
    GeometricShapes(), Hyperbaton(), LogicalDeduction(.three), LogicalDeduction(.five),
    LogicalDeduction(.seven), MultistepArithmetic(), Navigate(), ObjectCounting(), Penguins(),
    TemporalSequences(), TrackingShuffledObjects(.three), TrackingShuffledObjects(.five),
    TrackingShuffledObjects(.seven), WebOfLies(), WordSorting(),
  ]

  /// The tasks that have a generator, sorted by name.
  package static let tasks = generators.map(\.task).sorted { $0.rawValue < $1.rawValue }

  /// Draws distinct items of a task.
  ///
  /// - Parameters:
  ///   - task: One of ``tasks``.
  ///   - seed: Any number; equal seeds give equal items on every machine.
  ///   - count: How many items. A longer draw begins with the shorter one.
  /// - Returns: A set labelled generated, with items such as `navigate/generated-7/003`.
  /// - Throws: ``DataError`` with code `unknownTask` when the task has no generator, with code
  ///   `exhausted` when it has fewer distinct items.
  package static func draw(
    _ task: BigBenchHardTask,
    seed: UInt64,
    count: Int
  ) throws(DataError) -> ExampleSet {
    guard let generator = generators.first(where: { $0.task == task }) else {
      throw DataError(
        .unknownTask,
        "\(task.rawValue) has no generator: take the official files, or one of "
          + tasks.map(\.rawValue).joined(separator: ", ") + "."
      )
    }
    return try GeneratedSet.draw(generator, seed: seed, count: count)
  }

  /// The items that every run without official data uses.
  ///
  /// - Parameter task: One of ``tasks``.
  /// - Returns: ``frozenCount`` items drawn with ``frozenSeed``.
  /// - Throws: ``DataError`` with code `unknownTask` when the task has no generator.
  package static func frozen(_ task: BigBenchHardTask) throws(DataError) -> ExampleSet {
    try draw(task, seed: frozenSeed, count: frozenCount)
  }

  /// Writes the frozen draw of every task as `<task>.jsonl`, replacing the files.
  ///
  /// - Parameter folder: Where to; it is created when it is not there.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(to folder: URL) throws(DataError) {
    var sets: [ExampleSet] = []
    for task in tasks { sets.append(try frozen(task)) }
    try GeneratedSet.write(sets, to: folder)
  }
}
