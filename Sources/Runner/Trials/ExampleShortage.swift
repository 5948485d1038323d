// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import OPTO
import Training

/// A task that has fewer examples of a split than its trial's protocol asks for, so that all of them
/// are used and a number of the protocol is no number of examples.
package struct ExampleShortage: Sendable, Hashable, CustomStringConvertible {
  /// The task.
  package let task: TaskID
  /// The split.
  package let split: DatasetSplit
  /// The examples that there are.
  package let count: Int
  /// The examples that the protocol asks for.
  package let asked: Int

  /// The shortages of a trial, by split.
  ///
  /// - Complexity: O(*n*) in the number of examples.
  static func all(
    of trial: TrialSpecification, posedAs problem: any OptimizationProblem
  ) -> [ExampleShortage] {
    [DatasetSplit.train, .validation, .test].compactMap { split in
      let count = problem.exampleIDs(in: split).count
      guard let asked = trial.schedule.count(of: split), count < asked else { return nil }
      return ExampleShortage(task: trial.task, split: split, count: count, asked: asked)
    }
  }

  /// Both numbers in words, as in `bbh:navigate has 100 test examples, fewer than test=500`.
  package var description: String {
    let noun = count == 1 ? "example" : "examples"
    return "\(task) has \(count) \(split.rawValue) \(noun), fewer than \(split.rawValue)=\(asked)"
  }
}
