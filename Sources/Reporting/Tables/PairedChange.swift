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
  /// The probability of a change at least as large when neither side is the better one; nil when
  /// there is nothing to test.
  package let pValue: Double?
  /// The probability corrected by Holm's method over the tests of its kind in the table.
  package var holmPValue: Double?
  /// The probability corrected by Benjamini and Hochberg's method over the same tests.
  package var falseDiscoveryRate: Double?

  /// Tests a change.
  ///
  /// With one trial of each task the test is the exact McNemar test over items, which holds given
  /// the trials that were run. With several a change has to hold for further trials as well as for
  /// further items: the probability is the larger one of two exact sign-flip tests, of whole trials,
  /// because the items of a trial share its state, and of items, because the trials of a task share
  /// them (the intersection-union test of Berger, Technometrics 24, 1982, 295-300).
  ///
  /// - Complexity: that of two sign-flip tests.
  package init(
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
      pValue = max(
        SignFlipTest(differences.sums(by: \.trial)).pValue,
        SignFlipTest(differences.sums(by: \.item)).pValue)
    } else {
      pValue = ExactMcNemarTest(gained: gained, lost: lost).pValue
    }
  }

  /// The interval of the difference; nil when it is the same state, whose difference is 0 and not
  /// an estimate.
  package var estimatedInterval: ConfidenceInterval? { isSameState ? nil : difference.interval }

  /// Whether the interval of the difference excludes 0.
  var isDistinct: Bool { estimatedInterval?.excludes(0) ?? false }

  /// Whether the corrected test and the interval both allow to call the change real at the 5 %
  /// level.
  package var isSignificant: Bool { isDistinct && holmPValue.map { $0 < 0.05 } ?? false }
}

extension ClusteredSample {
  /// The sums of those observations of a task that have a trial or an item in common, rounded to
  /// whole numbers.
  fileprivate func sums(by unit: KeyPath<Observation, Int>) -> [Int] {
    tasks.flatMap { observations in
      observations.reduce(into: [Int: Int]()) { sums, observation in
        sums[observation[keyPath: unit], default: 0] += Int(observation.value.rounded())
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
