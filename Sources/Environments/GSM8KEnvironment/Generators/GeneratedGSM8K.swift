// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets
package import Foundation

/// Word problems made by seeded generators; they are labelled generated and are not GSM8K.
package enum GeneratedGSM8K {
  /// The seed of the frozen draw, which no seed of a run changes.
  package static let frozenSeed: UInt64 = 2406
  /// Problems of the frozen draw that train.
  package static let trainCount = 50
  /// Problems of the frozen draw that validate.
  package static let validationCount = 50
  /// Problems of the frozen draw.
  package static let frozenCount = 300

  /// Draws distinct problems.
  ///
  /// - Parameters:
  ///   - task: The mix of lengths.
  ///   - seed: Any number; equal seeds give equal problems on every machine.
  ///   - count: How many. A longer draw begins with the shorter one.
  /// - Returns: A set labelled generated, with a worked solution of each problem.
  /// - Throws: ``DataError`` with code `exhausted` when there are fewer distinct ones.
  package static func draw(
    _ task: GSM8KTask, seed: UInt64, count: Int
  ) throws(DataError) -> GeneratedSet {
    try GeneratedSet(of: task.generator, seed: seed, count: count)
  }

  /// The problems that every run without official data uses.
  ///
  /// - Parameter task: The mix of lengths.
  /// - Returns: ``frozenCount`` problems drawn with ``frozenSeed``.
  /// - Throws: ``DataError``.
  package static func frozen(_ task: GSM8KTask) throws(DataError) -> ExampleSet {
    try draw(task, seed: frozenSeed, count: frozenCount).exampleSet
  }

  /// Writes the frozen draw of every task with its solutions as `<task>.jsonl`, replacing the files.
  ///
  /// - Parameter folder: Where to; it is created when it is not there.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(to folder: URL) throws(DataError) {
    var sets: [GeneratedSet] = []
    for task in GSM8KTask.allCases {
      sets.append(try draw(task, seed: frozenSeed, count: frozenCount))
    }
    try GeneratedSet.write(sets, to: folder)
  }
}

extension GSM8KTask {
  /// The generator of the task's problems.
  var generator: any ItemGenerator {
    // Shares of the numbers of steps in GSM8K's training file, in percent; its 6 is 6 and more.
    let published = [1: 5, 2: 29, 3: 29, 4: 19, 5: 11, 6: 3, 7: 2, 8: 1]
    let lengths = { (steps: ClosedRange<Int>, weight: (Int) -> Int) in
      steps.map { WordProblems.Length(steps: $0, weight: weight($0)) }
    }
    let like = lengths(1...8) { published[$0] ?? 1 }
    return switch self {
    case .wordProblems: WordProblems(name: rawValue, lengths: like, distractedPercentage: 10)
    case .shortProblems:
      WordProblems(name: rawValue, lengths: lengths(1...2) { _ in 1 }, distractedPercentage: 0)
    case .longProblems:
      WordProblems(name: rawValue, lengths: lengths(5...8) { _ in 1 }, distractedPercentage: 0)
    case .distractingProblems:
      WordProblems(name: rawValue, lengths: like, distractedPercentage: 100)
    case .composedProblems: ComposedProblems(name: rawValue, stepCounts: 5...8)
    }
  }
}
