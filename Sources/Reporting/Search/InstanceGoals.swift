// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How far searches of a task could come on each of its instances.
///
/// The goal is the target of the task; without a target it is the best score that any optimizer of
/// the table came to on the same instance.
struct InstanceGoals {
  private let target: Double?
  private var best: [Int: Double] = [:]

  /// Reads the ends of all optimizers' searches of a task.
  init(of summaries: [SearchSummary?], measure: ScoreMeasure) {
    target = measure.target
    for trial in summaries.compactMap(\.self).flatMap(\.trials) {
      guard let score = trial.finalScore else { continue }
      best[trial.seed] = max(best[trial.seed] ?? score, score)
    }
  }

  /// The part of the way from the first score to the goal that a trial went; nil when its first
  /// score is not finite, minus infinity when its last one is not.
  ///
  /// Where nobody came to a better score than the first one the optimizers are equal, so that it is
  /// 0 for all of them.
  func improvement(of trial: SearchTrial) -> Double? {
    guard let first = trial.initialScore else { return nil }
    guard let last = trial.finalScore else { return -.infinity }
    if target != nil, trial.reachesTarget { return 1 }
    guard let goal = target ?? best[trial.seed], goal > first else { return 0 }
    return (last - first) / (goal - first)
  }
}
