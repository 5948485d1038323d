// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How the searches of one optimizer on one task ended.
package struct SearchSummary: Sendable, Hashable {
  /// The complete trials, by seed.
  package let trials: [SearchTrial]
  /// The score in which trials began; nil when none of them is finite.
  package let initial: MeanEstimate?
  /// The score of the best state; nil when none of them is finite.
  package let final: MeanEstimate?
  /// Complete trials whose final score is not finite.
  package let missingFinals: Int
  /// Queries without a finite score, over complete trials.
  package let missingScores: Int
  /// The share of trials that reached the target; nil when there is no target.
  package let hits: RateEstimate?
  /// The expected queries to the target; nil when there is no target.
  package let runningTime: ExpectedRunningTime?
  /// The share of test examples that trials were not trained on and whose target the best state
  /// reached; nil when there is no target or no such example.
  package let heldOut: RateEstimate?

  /// Queries over complete trials.
  ///
  /// - Complexity: O(*n*) in the number of trials.
  package var queryCount: Int { trials.reduce(0) { $0 + $1.queries.count } }

  /// The last step that all trials took that did not end by themselves; nil when each of them did.
  ///
  /// - Complexity: O(*n*) in the number of trials.
  package var lastStepOfAll: Int? {
    trials.filter(\.isCutOff).compactMap(\.queries.last?.step).min()
  }

  /// Summarises the complete ones among some trials, or gives nil when there are none.
  init?(_ trials: [SearchTrial], measure: ScoreMeasure) {
    let complete = trials.filter(\.isComplete).sorted { $0.seed < $1.seed }
    guard !complete.isEmpty else { return nil }
    self.trials = complete
    initial = MeanEstimate(complete.compactMap(\.initialScore))
    final = MeanEstimate(complete.compactMap(\.finalScore))
    missingFinals = complete.count { $0.finalScore == nil }
    missingScores = complete.reduce(0) { $0 + $1.missingScores }
    guard measure.hasTarget else {
      hits = nil
      runningTime = nil
      heldOut = nil
      return
    }
    hits = RateEstimate(
      ClusteredSample(
        complete.map {
          .init(item: $0.seed, trial: 0, value: $0.queriesToTarget == nil ? 0 : 1)
        }))
    runningTime = ExpectedRunningTime(
      complete.map { ($0.queriesToTarget ?? $0.queries.count, $0.queriesToTarget != nil) })
    heldOut = RateEstimate(ClusteredSample(Self.heldOutcomes(of: complete)))
  }

  /// Outcomes on examples that trials were not trained on; those of one trial share its state.
  static func heldOutcomes(
    of trials: [SearchTrial], task: Int = 0
  ) -> [ClusteredSample.Observation] {
    let items = Set(trials.flatMap(\.heldOut.keys)).sorted()
    let numbers = Dictionary(
      zip(items, items.indices).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    return trials.enumerated().flatMap { number, trial in
      trial.heldOut.sorted { $0.key < $1.key }.map { example, isRight in
        .init(task: task, item: numbers[example] ?? 0, trial: number, value: isRight ? 1 : 0)
      }
    }
  }
}
