// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

extension ResultField {
  /// How searches ended; scores have the unit and the sign of the task, as in tables.
  static let search = [
    ResultField("measure") { JSONValue($0.task?.measure.name) },
    ResultField("measure_is_cost") { $0.task.map { .bool($0.measure.isCost) } ?? .null },
    ResultField("has_target") { $0.task.map { .bool($0.measure.hasTarget) } ?? .null },
    ResultField("first_score") { JSONValue($0.shown($0.row.search?.initial?.mean)) },
    ResultField("best_score_count") { JSONValue($0.row.search?.final?.count) },
    ResultField("best_score_mean") { JSONValue($0.shown($0.row.search?.final?.mean)) },
    ResultField("best_score_lower") { JSONValue($0.shown($0.row.search?.final?.interval)?.lower) },
    ResultField("best_score_upper") { JSONValue($0.shown($0.row.search?.final?.interval)?.upper) },
    ResultField("best_score_error") { JSONValue($0.row.search?.final?.standardError) },
    ResultField("best_score_median") { JSONValue($0.shown($0.row.search?.final?.median)) },
    ResultField("best_scores_missing") { JSONValue($0.row.search?.missingFinals) },
    ResultField("queries") { JSONValue($0.row.search?.queryCount) },
    ResultField("queries_without_score") { JSONValue($0.row.search?.missingScores) },
    ResultField("hits") { JSONValue(($0.row.search?.hits ?? $0.total?.search?.hits)?.successes) },
    ResultField("hit_trials") { JSONValue(($0.row.search?.hits ?? $0.total?.search?.hits)?.count) },
    ResultField("held_out_successes") {
      JSONValue(($0.row.search?.heldOut ?? $0.total?.search?.heldOut)?.successes)
    },
    ResultField("held_out_count") {
      JSONValue(($0.row.search?.heldOut ?? $0.total?.search?.heldOut)?.count)
    },
    ResultField("expected_running_time") { JSONValue($0.row.search?.runningTime?.value) },
    ResultField("improvement_iqm") { JSONValue($0.total?.search?.improvement?.value) },
    ResultField("improvement_lower") { JSONValue($0.total?.search?.improvement?.interval?.lower) },
    ResultField("improvement_upper") { JSONValue($0.total?.search?.improvement?.interval?.upper) },
    ResultField("improvements_undefined") { JSONValue($0.total?.search?.undefinedImprovements) },
  ]

  /// The fields of a comparison of two optimizers' searches; differences have the unit and the sign
  /// of the task, over several tasks they are of improvements.
  static func members(
    of comparison: SearchComparison, on task: TaskResults?
  ) -> [JSONValue.Member] {
    let difference = comparison.difference
    let mean = difference.map { task?.measure.shown($0.mean) ?? $0.mean }
    let interval = difference?.interval.map { task?.measure.shown($0) ?? $0 }
    return [
      .init("task", JSONValue(task?.label)),
      .init("first", .string(comparison.first)),
      .init("second", .string(comparison.second)),
      .init("n", .integer(comparison.pairCount)),
      .init("wins", .integer(comparison.wins)),
      .init("losses", .integer(comparison.losses)),
      .init("difference", JSONValue(mean)),
      .init("difference_lower", JSONValue(interval?.lower)),
      .init("difference_upper", JSONValue(interval?.upper)),
      .init("detectable_difference", JSONValue(comparison.detectableDifference)),
      .init("probability_of_improvement", JSONValue(comparison.improvement?.value)),
      .init("probability_lower", JSONValue(comparison.improvement?.interval?.lower)),
      .init("probability_upper", JSONValue(comparison.improvement?.interval?.upper)),
      .init("cliffs_delta", JSONValue(comparison.improvement?.delta)),
      .init("hedges_g", JSONValue(comparison.hedgesG)),
      .init("p", JSONValue(comparison.pValue)),
      .init("p_holm", JSONValue(comparison.holmPValue)),
      .init("q_benjamini_hochberg", JSONValue(comparison.falseDiscoveryRate)),
    ]
  }
}

extension ResultField.Place {
  /// A score as the task means it; one of several tasks as it is.
  fileprivate func shown(_ score: Double?) -> Double? {
    score.map { task?.measure.shown($0) ?? $0 }
  }

  /// The interval of a score as the task means it.
  fileprivate func shown(_ interval: ConfidenceInterval?) -> ConfidenceInterval? {
    interval.map { task?.measure.shown($0) ?? $0 }
  }
}
