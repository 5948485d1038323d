// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The ends of two optimizers' searches of the same instances.
package struct SearchComparison: Sendable, Hashable {
  /// The optimizer to compare with, as tables name it.
  package let first: String
  /// The optimizer that is compared, as tables name it.
  package let second: String
  /// Instances that both searched to the end.
  package let pairCount: Int
  /// Pairs in which the second one's score is better.
  package let wins: Int
  /// Pairs in which the first one's score is better.
  package let losses: Int
  /// The second one's score less the first one's, over pairs in which both are finite, in the unit
  /// of the scores: those of the task, or improvements over several tasks.
  package let difference: MeanEstimate?
  /// The probability that a trial of the second ends better than one of the first.
  package let improvement: ProbabilityOfImprovement?
  /// The mean difference in standard deviations; nil where it is not defined.
  package let hedgesG: Double?
  /// Wilcoxon's signed-rank probability; nil when all pairs are equal.
  package let pValue: Double?
  /// The probability corrected by Holm's method over the tests of its kind in the table.
  package private(set) var holmPValue: Double?
  /// The probability corrected by Benjamini and Hochberg's method over the same tests.
  package private(set) var falseDiscoveryRate: Double?

  /// The smallest mean difference that so many pairs of this spread would find in 80 of 100
  /// repetitions; nil for fewer than two finite pairs.
  package var detectableDifference: Double? {
    difference?.standardError.map(MinimumDetectableEffect.difference(standardError:))
  }

  /// Whether the interval of the difference excludes 0 on the winner's side.
  var isDistinct: Bool {
    guard let winner, let interval = difference?.interval else { return false }
    return winner == second ? interval.lower > 0 : interval.upper < 0
  }

  /// Whether the corrected test and the interval both allow to call the difference real at the 5 %
  /// level.
  package var isSignificant: Bool { isDistinct && holmPValue.map { $0 < 0.05 } ?? false }

  /// The optimizer with the larger sum of ranks, or nil when they have as much.
  let winner: String?

  /// Compares two optimizers, or gives nil when they searched no instance in common.
  ///
  /// - Complexity: O(*n* log *n*) in the number of trials, times the resamples.
  init?(_ first: SearchedTasks, _ second: SearchedTasks) {
    var pairs: [(Double, Double)] = []
    var tasks: [(first: [Double], second: [Double])] = []
    for (task, scores) in first.scores.enumerated() {
      let common = scores.keys.filter { second.scores[task][$0] != nil }.sorted()
      let both = common.map { (scores[$0] ?? .nan, second.scores[task][$0] ?? .nan) }
      pairs += both
      tasks.append((both.map(\.0), both.map(\.1)))
    }
    guard !pairs.isEmpty else { return nil }
    self.first = first.name
    self.second = second.name
    pairCount = pairs.count
    wins = pairs.count { $0.1 > $0.0 }
    losses = pairs.count { $0.1 < $0.0 }
    let finite = pairs.filter { $0.0.isFinite && $0.1.isFinite }.map { $0.1 - $0.0 }
    difference = MeanEstimate(finite)
    improvement = ProbabilityOfImprovement(tasks)
    hedgesG = EffectSize.hedgesG(ofDifferences: finite)
    let test = SignedRankTest(pairs.map { $0.1 - $0.0 })
    pValue = wins == 0 && losses == 0 ? nil : test.pValue
    let lead = test.positiveRanks - test.negativeRanks
    winner = lead == 0 ? nil : lead > 0 ? second.name : first.name
  }

  /// Each pair of optimizers that have instances in common, not corrected.
  ///
  /// - Complexity: O(*n*^2) in the number of optimizers.
  static func allPairs(_ optimizers: [SearchedTasks]) -> [SearchComparison] {
    optimizers.indices.flatMap { index in
      optimizers[(index + 1)...].compactMap { SearchComparison(optimizers[index], $0) }
    }
  }

  /// The comparisons with their probabilities corrected as one family.
  ///
  /// - Complexity: O(*n* log *n*) in the number of comparisons.
  static func corrected(_ comparisons: [SearchComparison]) -> [SearchComparison] {
    let pValues = comparisons.compactMap(\.pValue)
    var holm = HolmCorrection.adjusted(pValues)[...]
    var rates = BenjaminiHochbergCorrection.adjusted(pValues)[...]
    return comparisons.map { comparison in
      guard comparison.pValue != nil else { return comparison }
      var comparison = comparison
      comparison.holmPValue = holm.removeFirst()
      comparison.falseDiscoveryRate = rates.removeFirst()
      return comparison
    }
  }

  /// The place of the row that is better than every other one with results, by corrected tests.
  ///
  /// - Complexity: O(*n* · *m*) in rows and comparisons.
  static func best(of rows: [ResultRow], by comparisons: [SearchComparison]) -> Int? {
    let rivals = rows.count { $0.search != nil } - 1
    guard rivals > 0 else { return nil }
    return rows.firstIndex { row in
      rivals == comparisons.count { $0.isSignificant && $0.winner == row.optimizer.label }
    }
  }
}

/// An optimizer's final scores: for each task by seed, where an infinite one stands for none.
struct SearchedTasks {
  let name: String
  let scores: [[Int: Double]]
}
