// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The mean of the middle half of scores of several tasks, with an interval by stratified
/// bootstrap.
///
/// A quarter of all scores, rounded down, is left out at each end. Trials are drawn anew within
/// each task, with replacement; tasks stay as they are. Source: Agarwal, Schwarzer, Castro,
/// Courville and Bellemare, Deep reinforcement learning at the edge of the statistical precipice,
/// NeurIPS 2021, section 4.3.
package struct InterquartileMean: Sendable, Hashable {
  /// The number of scores.
  package let count: Int
  /// The mean of the middle half.
  package let value: Double
  /// The percentile interval; nil where no task has two scores.
  package let interval: ConfidenceInterval?

  /// Computes the mean, or gives nil when there are no scores; all of them are finite.
  ///
  /// - Parameters:
  ///   - tasks: The scores of each task, one for each trial.
  ///   - resamples: How often trials are drawn anew, above 0.
  ///   - seed: Where the random numbers start; equal seeds give equal intervals.
  /// - Complexity: O(*r* · *n* log *n*) in the resamples and scores.
  package init?(_ tasks: [[Double]], resamples: Int = 1000, seed: UInt = 20_240_622) {
    let strata = tasks.filter { !$0.isEmpty }
    guard !strata.isEmpty else { return nil }
    count = strata.reduce(0) { $0 + $1.count }
    value = Self.mean(strata.flatMap(\.self))
    guard strata.contains(where: { $0.count > 1 }) else {
      interval = nil
      return
    }
    let twister = SeededTwister(seed: seed)
    interval = ConfidenceInterval(
      percentilesOf: (0..<resamples).map { _ in
        Self.mean(
          strata.flatMap { scores in
            scores.map { _ in scores[twister.number(below: scores.count)] }
          })
      })
  }

  /// The mean of the middle half of numbers, of which there is at least one.
  private static func mean(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let cut = sorted.count / 4
    let middle = sorted[cut..<(sorted.count - cut)]
    return middle.reduce(0, +) / Double(middle.count)
  }
}
