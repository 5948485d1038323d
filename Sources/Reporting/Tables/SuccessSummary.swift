// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Success on the test split before and after a trial, of one optimizer.
package struct SuccessSummary: Sendable, Hashable {
  /// Complete trials.
  package let trialCount: Int
  /// Different test items.
  package let itemCount: Int
  /// The success rate of the state in which trials began.
  package let initial: RateEstimate
  /// The success rate of the state that validation selected.
  package let selected: RateEstimate
  /// The change from the initial to the selected state.
  package var change: PairedChange

  init?(_ trials: [TestedTrial]) {
    guard let initial = RateEstimate(TestedTrial.sample(trials) { $0.initial }),
      let selected = RateEstimate(TestedTrial.sample(trials) { $0.selected })
    else { return nil }
    self.initial = initial
    self.selected = selected
    trialCount = trials.count
    itemCount = TestedTrial.sample(trials) { $0.initial }.itemCount
    change = PairedChange(
      from: initial, to: selected,
      differences: TestedTrial.sample(trials) { $0.selected - $0.initial },
      isSameState: trials.allSatisfy(\.keepsInitialState))
  }
}
