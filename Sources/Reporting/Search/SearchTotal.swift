// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How the searches of one optimizer on all tasks of a table ended.
///
/// Scores of different tasks have different units, so that they are not averaged. The improvement
/// of a trial is the part of the way that it went from the first score to the goal of its instance,
/// which ``InstanceGoals`` are: 0 for no improvement, 1 for the goal.
package struct SearchTotal: Sendable, Hashable {
  /// The tasks on which it has a complete trial.
  package let taskCount: Int
  /// Its complete trials.
  package let trialCount: Int
  /// The interquartile mean of improvements over all tasks and trials; nil where there are none.
  package let improvement: InterquartileMean?
  /// Complete trials without an improvement, because their first or last score is not finite.
  package let undefinedImprovements: Int
  /// Trials that reached the target, of those that have one; nil when none has.
  package let hits: RateEstimate?
  /// The share of test examples that trials were not trained on and whose target the best state
  /// reached; nil when there are none.
  package let heldOut: RateEstimate?

  init(_ summaries: [SearchSummary?], improvements: SearchedTasks) {
    let present = summaries.compactMap(\.self)
    taskCount = present.count
    trialCount = present.reduce(0) { $0 + $1.trials.count }
    let defined = improvements.scores.map { scores in
      scores.sorted { $0.key < $1.key }.map(\.value).filter(\.isFinite)
    }
    improvement = InterquartileMean(defined)
    undefinedImprovements = trialCount - defined.reduce(0) { $0 + $1.count }
    var outcomes: [ClusteredSample.Observation] = []
    for (task, summary) in summaries.enumerated() where summary?.hits != nil {
      outcomes += (summary?.trials ?? []).map {
        .init(task: task, item: $0.seed, trial: 0, value: $0.queriesToTarget == nil ? 0 : 1)
      }
    }
    hits = RateEstimate(ClusteredSample(outcomes))
    heldOut = RateEstimate(
      ClusteredSample(
        summaries.enumerated().flatMap { task, summary in
          let trials = summary?.heldOut == nil ? [] : summary?.trials ?? []
          return SearchSummary.heldOutcomes(of: trials, task: task)
        }))
  }
}
