// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How the searches of one optimizer on all tasks of a table ended.
///
/// Scores of different tasks have different units, so that they are not averaged. The improvement
/// of a trial is the part of the way from the first score to the best that any optimizer of the
/// table came to on the same instance: 0 for no improvement, 1 for the best.
package struct SearchTotal: Sendable, Hashable {
  /// The tasks on which it has a complete trial.
  package let taskCount: Int
  /// Its complete trials.
  package let trialCount: Int
  /// The interquartile mean of improvements over all tasks and trials; nil where there are none.
  package let improvement: InterquartileMean?
  /// Complete trials without an improvement, because a score is not finite or nobody improved.
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

/// The best and the first score of each instance of a task, by seed.
struct InstanceRange {
  private var best: [Int: Double] = [:]

  /// Reads the ends of all optimizers' searches of a task.
  init(_ summaries: [SearchSummary?]) {
    for trial in summaries.compactMap(\.self).flatMap(\.trials) {
      guard let score = trial.finalScore else { continue }
      best[trial.seed] = max(best[trial.seed] ?? score, score)
    }
  }

  /// The part of the way to the best score that a trial went, minus infinity when its last score
  /// is not finite; nil when it is not defined.
  func improvement(of trial: SearchTrial) -> Double? {
    guard let first = trial.initialScore, let best = best[trial.seed], best > first
    else { return nil }
    guard let last = trial.finalScore else { return -.infinity }
    return (last - first) / (best - first)
  }
}
