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
    BooleanExpressions(), ColoredObjects(), DateUnderstanding(), DisambiguationQA(),
    DyckLanguages(), FormalFallacies(), GeometricShapes(), Hyperbaton(), LogicalDeduction(.three),
    LogicalDeduction(.five), LogicalDeduction(.seven), MovieRecommendation(), MultistepArithmetic(),
    Navigate(), ObjectCounting(), Penguins(), SalientTranslationError(), SportsUnderstanding(),
    TemporalSequences(), TrackingShuffledObjects(.three), TrackingShuffledObjects(.five),
    TrackingShuffledObjects(.seven), WebOfLies(), WordSorting(),
  ]

  /// The tasks that have a generator, sorted by name.
  package static let tasks = generators.map(\.task).sorted { $0.rawValue < $1.rawValue }

  /// The tasks whose items have other difficulties than the published one, sorted by name.
  package static let scalableTasks =
    generators.filter { $0 is any ScalableGenerator }.map(\.task)
    .sorted { $0.rawValue < $1.rawValue }

  /// Draws distinct items of a task.
  ///
  /// - Parameters:
  ///   - task: One of ``tasks``.
  ///   - seed: Any number; equal seeds give equal items on every machine.
  ///   - count: How many items. A longer draw begins with the shorter one.
  ///   - difficulty: The sizes of the items; those of the published difficulty never change.
  /// - Returns: A set labelled generated, with items such as `navigate/generated-7/003`, or
  ///   `navigate/generated-7-hard/003` of another difficulty.
  /// - Throws: ``DataError`` with code `unknownTask` when the task has no generator, or none of the
  ///   difficulty, with code `exhausted` when it has fewer distinct items.
  package static func draw(
    _ task: BigBenchHardTask,
    seed: UInt64,
    count: Int,
    difficulty: Difficulty = .published
  ) throws(DataError) -> GeneratedSet {
    try GeneratedSet(
      of: generator(of: task, difficulty), seed: seed, count: count, difficulty: difficulty)
  }

  private static func generator(
    of task: BigBenchHardTask, _ difficulty: Difficulty
  ) throws(DataError) -> any BigBenchHardGenerator {
    guard let generator = generators.first(where: { $0.task == task }) else {
      throw DataError(
        .unknownTask,
        "\(task.rawValue) has no generator: take the official files, or one of "
          + tasks.map(\.rawValue).joined(separator: ", ") + "."
      )
    }
    guard difficulty != .published else { return generator }
    guard let scalable = generator as? any ScalableGenerator else {
      throw DataError(
        .unknownTask,
        "\(task.rawValue) has no size to vary: take it at the published difficulty, or one of "
          + scalableTasks.map(\.rawValue).joined(separator: ", ") + "."
      )
    }
    return type(of: scalable).init(difficulty)
  }

  /// The items that every run without official data uses.
  ///
  /// - Parameters:
  ///   - task: One of ``tasks``.
  ///   - difficulty: The sizes of the items.
  /// - Returns: ``frozenCount`` items drawn with ``frozenSeed``.
  /// - Throws: ``DataError`` with code `unknownTask` when the task has no generator, or none of the
  ///   difficulty.
  package static func frozen(
    _ task: BigBenchHardTask, difficulty: Difficulty = .published
  ) throws(DataError) -> ExampleSet {
    try draw(task, seed: frozenSeed, count: frozenCount, difficulty: difficulty).exampleSet
  }

  /// Writes the frozen draw of every task that has the difficulty as `<task>.jsonl`, replacing the
  /// files.
  ///
  /// - Parameters:
  ///   - difficulty: The sizes of the items.
  ///   - folder: Where to; it is created when it is not there.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(
    _ difficulty: Difficulty = .published, to folder: URL
  ) throws(DataError) {
    var sets: [GeneratedSet] = []
    for task in difficulty == .published ? tasks : scalableTasks {
      sets.append(
        try draw(task, seed: frozenSeed, count: frozenCount, difficulty: difficulty))
    }
    try GeneratedSet.write(sets, to: folder)
  }
}
