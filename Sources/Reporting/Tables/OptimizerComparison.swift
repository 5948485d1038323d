// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Two optimizers' selected states on the same test items with the same seeds.
package struct OptimizerComparison: Sendable, Hashable {
  /// The optimizer to compare with, as tables name it.
  package let first: String
  /// The optimizer that is compared, as tables name it.
  package let second: String
  /// Items times seeds that both were tested on.
  package let pairCount: Int
  /// The first one's success rate on them.
  package let firstRate: RateEstimate
  /// The second one's success rate on them.
  package let secondRate: RateEstimate
  /// The change from the first to the second.
  package var change: PairedChange

  /// Compares two optimizers, or gives nil when they were not tested on the same items.
  ///
  /// - Complexity: O(*n* log *n*) in the number of outcomes.
  init?(_ first: TestedOptimizer, _ second: TestedOptimizer) {
    var pairs: [(ClusteredSample.Observation, Double)] = []
    var isSameState = true
    for trial in first.trials {
      guard
        let other = second.trials.first(where: { $0.task == trial.task && $0.seed == trial.seed })
      else { continue }
      pairs += Self.pairs(trial, other)
      if trial.selectedState == nil || trial.selectedState != other.selectedState {
        isSameState = false
      }
    }
    func sample(_ value: (Double, Double) -> Double) -> ClusteredSample {
      ClusteredSample(
        pairs.map { pair in
          var observation = pair.0
          observation.value = value(observation.value, pair.1)
          return observation
        })
    }
    guard let firstRate = RateEstimate(sample { before, _ in before }),
      let secondRate = RateEstimate(sample { _, after in after })
    else { return nil }
    self.first = first.name.label
    self.second = second.name.label
    self.firstRate = firstRate
    self.secondRate = secondRate
    pairCount = pairs.count
    change = PairedChange(
      from: firstRate, to: secondRate, differences: sample { $1 - $0 }, isSameState: isSameState)
  }

  private static func pairs(
    _ first: TestedTrial, _ second: TestedTrial
  ) -> [(ClusteredSample.Observation, Double)] {
    let others = Dictionary(uniqueKeysWithValues: second.items.map { ($0.index, $0.selected) })
    return first.items.compactMap { item in
      others[item.index].map { other in
        let observation = ClusteredSample.Observation(
          task: first.task, item: item.index, trial: first.seed, value: item.selected)
        return (observation, other)
      }
    }
  }

  /// Each pair of optimizers that have something in common.
  ///
  /// - Complexity: O(*n*^2) in the number of optimizers.
  static func allPairs(_ optimizers: [TestedOptimizer]) -> [OptimizerComparison] {
    optimizers.indices.flatMap { index in
      optimizers[(index + 1)...].compactMap { OptimizerComparison(optimizers[index], $0) }
    }
  }

  /// The comparisons with their probabilities corrected as one family.
  ///
  /// - Complexity: O(*n* log *n*) in the number of comparisons.
  static func corrected(_ comparisons: [OptimizerComparison]) -> [OptimizerComparison] {
    var changes = comparisons.map(\.change)
    PairedChange.correct(&changes)
    return zip(comparisons, changes).map { comparison, change in
      var comparison = comparison
      comparison.change = change
      return comparison
    }
  }

  /// The place of the row that is better than every other one with results, by corrected tests.
  ///
  /// - Complexity: O(*n* · *m*) in rows and comparisons.
  static func best(of rows: [ResultRow], by comparisons: [OptimizerComparison]) -> Int? {
    let rivals = rows.count { $0.success != nil } - 1
    guard rivals > 0 else { return nil }
    return rows.firstIndex { row in
      rivals == comparisons.count { $0.change.isSignificant && $0.winner == row.optimizer.label }
    }
  }

  private var winner: String { change.difference.difference > 0 ? second : first }
}

/// An optimizer with its complete trials.
struct TestedOptimizer {
  let name: OptimizerName
  var trials: [TestedTrial]
}
