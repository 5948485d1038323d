// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Mean scores on the test split before and after a trial, of one optimizer.
package struct ScoreSummary: Sendable, Hashable {
  /// The mean score of the state in which trials began.
  package let initial: HierarchicalBootstrap
  /// The mean score of the state that validation selected.
  package let selected: HierarchicalBootstrap

  /// Summarises scores, or gives nil when there are none or they are 1 for success and 0 otherwise.
  init?(_ trials: [TestedTrial]) {
    let isInformative = trials.contains { trial in
      trial.items.contains {
        $0.initialScore != $0.initial || $0.selectedScore != $0.selected
      }
    }
    guard isInformative,
      let initial = HierarchicalBootstrap(TestedTrial.sample(trials) { $0.initialScore }),
      let selected = HierarchicalBootstrap(TestedTrial.sample(trials) { $0.selectedScore })
    else { return nil }
    self.initial = initial
    self.selected = selected
  }
}
