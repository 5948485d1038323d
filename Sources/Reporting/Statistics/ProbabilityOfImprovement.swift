// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The probability that a trial of one optimizer ends better than a trial of another on the same
/// task, with an interval by stratified bootstrap.
///
/// On each task it is the share of all pairs of trials in which the second is better, equal ones
/// counting half (the statistic of Mann and Whitney, Ann. Math. Stat. 18, 1947, 50-60; the measure
/// A of Vargha and Delaney, J. Educ. Behav. Stat. 25, 2000, 101-132); tasks count alike. Source:
/// Agarwal et al., NeurIPS 2021, section 4.3.
package struct ProbabilityOfImprovement: Sendable, Hashable {
  /// The probability that the second is better.
  package let value: Double
  /// The percentile interval; nil where neither has two trials of a task.
  package let interval: ConfidenceInterval?

  /// Cliff's delta: the share of pairs that the second wins less the share that it loses.
  ///
  /// Source: Cliff, Psychol. Bull. 114, 1993, 494-509.
  package var delta: Double { 2 * value - 1 }

  /// Compares scores, higher being better, or gives nil when there is no task with both.
  ///
  /// - Parameters:
  ///   - tasks: The scores of both on each task, one for each trial; an infinite one is fine.
  ///   - resamples: How often trials are drawn anew, above 0.
  ///   - seed: Where the random numbers start; equal seeds give equal intervals.
  /// - Complexity: O(*r* · *n* log *n*) in the resamples and scores.
  package init?(
    _ tasks: [(first: [Double], second: [Double])], resamples: Int = 1000,
    seed: UInt = 20_240_622
  ) {
    let strata = tasks.filter { !$0.first.isEmpty && !$0.second.isEmpty }
    guard !strata.isEmpty else { return nil }
    value = Self.mean(strata.map { Self.share($0.first, $0.second) })
    guard strata.contains(where: { $0.first.count > 1 || $0.second.count > 1 }) else {
      interval = nil
      return
    }
    let twister = SeededTwister(seed: seed)
    var means: [Double] = []
    for _ in 0..<resamples {
      var shares: [Double] = []
      for stratum in strata {
        let first = stratum.first.map { _ in
          stratum.first[twister.number(below: stratum.first.count)]
        }
        let second = stratum.second.map { _ in
          stratum.second[twister.number(below: stratum.second.count)]
        }
        shares.append(Self.share(first, second))
      }
      means.append(Self.mean(shares))
    }
    interval = ConfidenceInterval(percentilesOf: means)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The share of pairs in which the second number is the larger one, equal ones counting half.
  private static func share(_ first: [Double], _ second: [Double]) -> Double {
    let sorted = first.sorted()
    var wins = 0.0
    for value in second {
      let below = sorted.partitioningIndex { $0 >= value }
      let notAbove = sorted.partitioningIndex { $0 > value }
      wins += Double(below) + Double(notAbove - below) / 2
    }
    return wins / Double(first.count * second.count)
  }
}

extension [Double] {
  /// The first place from which on a condition holds, which fails for all places before it.
  fileprivate func partitioningIndex(where condition: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
