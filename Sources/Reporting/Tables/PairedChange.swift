// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How success changed between two states or two optimizers on the same items in the same trials.
package struct PairedChange: Sendable, Hashable {
  /// The difference of the two rates.
  package let difference: RiskDifference
  /// Pairs of which only the second outcome is a success.
  package let gained: Int
  /// Pairs of which only the first outcome is a success.
  package let lost: Int
  /// Whether both sides are the same state in every trial, so that there is nothing to test.
  package let isSameState: Bool
  /// The probability of such a change without a cause; nil when there is nothing to test.
  package let pValue: Double?
  /// The probability corrected by Holm's method over the tests of its kind in the table.
  package var holmPValue: Double?
  /// The probability corrected by Benjamini and Hochberg's method over the same tests.
  package var falseDiscoveryRate: Double?

  /// Tests a change.
  ///
  /// With one trial of each task the test is the exact McNemar test over items. With several it is
  /// the sign-flip test over items, because the trials of a task share its items.
  init(
    from first: RateEstimate, to second: RateEstimate, differences: ClusteredSample,
    isSameState: Bool
  ) {
    let values = differences.tasks.joined().map(\.value)
    gained = values.count { $0 > 0 }
    lost = values.count { $0 < 0 }
    difference = RiskDifference(from: first, to: second, pairedBy: differences)
    self.isSameState = isSameState
    if isSameState {
      pValue = nil
    } else if differences.hasRepeatedTrials {
      pValue = SignFlipTest(differences.itemSums).pValue
    } else {
      pValue = ExactMcNemarTest(gained: gained, lost: lost).pValue
    }
  }

  /// The interval of the difference; nil when it is the same state, whose difference is 0 and not
  /// an estimate.
  package var estimatedInterval: ConfidenceInterval? { isSameState ? nil : difference.interval }

  /// Whether the corrected test allows to call the change real at the 5 % level.
  package var isSignificant: Bool { holmPValue.map { $0 < 0.05 } ?? false }
}

extension ClusteredSample {
  /// The sum of each item's observations, rounded to a whole number.
  fileprivate var itemSums: [Int] {
    tasks.flatMap { observations in
      observations.reduce(into: [Int: Int]()) { sums, observation in
        sums[observation.item, default: 0] += Int(observation.value.rounded())
      }
      .sorted { $0.key < $1.key }.map(\.value)
    }
  }
}

extension PairedChange {
  /// Fills in the corrected probabilities of a family of changes.
  ///
  /// Changes with nothing to test are no part of the family. Whether there is something to test
  /// follows from states, which are chosen before the test split is seen, so that leaving them out
  /// does not favour anything.
  ///
  /// - Complexity: O(*n* log *n*) in the number of changes.
  static func correct(_ changes: inout [PairedChange]) {
    let tested = changes.indices.filter { changes[$0].pValue != nil }
    let pValues = changes.compactMap(\.pValue)
    let holm = HolmCorrection.adjusted(pValues)
    let rates = BenjaminiHochbergCorrection.adjusted(pValues)
    for (place, index) in tested.enumerated() {
      changes[index].holmPValue = holm[place]
      changes[index].falseDiscoveryRate = rates[place]
    }
  }
}
