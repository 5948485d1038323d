// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets

/// A suite whose generated items come from seeded generators, so that there are others than those of
/// its runs.
package protocol GeneratingSuite: AnswerSuite {
  /// Draws items of the kind that runs of a task use.
  ///
  /// - Parameters:
  ///   - task: A task of the suite.
  ///   - seed: Any number; equal seeds give equal items on every machine.
  ///   - count: How many items. A longer draw begins with the shorter one.
  ///   - difficulty: The sizes of the items; nil for those of the suite.
  /// - Returns: A set labelled generated.
  /// - Throws: `DataError` when there is no such task, or it has no generator or none of the
  ///   difficulty, or it has fewer distinct items.
  func draw(
    _ task: TaskID, seed: UInt64, count: Int, difficulty: Difficulty?
  ) throws(DataError) -> GeneratedSet
}
