// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

extension ResultField {
  static let identity = [
    ResultField("level") {
      .string($0.task != nil ? "task" : $0.family != nil ? "family" : "all")
    },
    ResultField("suite") { .string($0.key.suite) },
    ResultField("data") { .string($0.key.dataLabel) },
    ResultField("task") { JSONValue($0.task?.task) },
    ResultField("family") { JSONValue($0.family) },
    ResultField("workflow") { JSONValue($0.task?.workflow) },
    ResultField("data_digest") { JSONValue($0.task?.dataDigest) },
    ResultField("optimizer") { .string($0.row.optimizer.id) },
    ResultField("optimizer_settings") { .string($0.row.optimizer.settings) },
    ResultField("model") { .string($0.key.model) },
    ResultField("optimizer_model") { .string($0.key.optimizerModel) },
    ResultField("protocol") { .string($0.key.protocolName) },
    ResultField("protocol_settings") { .string($0.key.protocolSettings) },
  ]

  static let trials = [
    ResultField("status") { .string($0.row.status.rawValue) },
    ResultField("tasks_tested") { JSONValue($0.total?.taskCount) },
    ResultField("trials_complete") { .integer($0.row.trials.complete) },
    ResultField("trials_failed") { .integer($0.row.trials.failed) },
    ResultField("trials_unfinished") { .integer($0.row.trials.unfinished) },
  ]

  static let success = [
    ResultField("items") { JSONValue($0.row.success?.itemCount) },
    ResultField("n") { JSONValue($0.row.success?.selected.count) },
    ResultField("initial_successes") { JSONValue($0.row.success?.initial.successes) },
    ResultField("initial_rate") { JSONValue($0.row.success?.initial.rate) },
    ResultField("initial_lower") { JSONValue($0.row.success?.initial.interval.lower) },
    ResultField("initial_upper") { JSONValue($0.row.success?.initial.interval.upper) },
    ResultField("selected_successes") { JSONValue($0.row.success?.selected.successes) },
    ResultField("selected_rate") { JSONValue($0.row.success?.selected.rate) },
    ResultField("selected_lower") { JSONValue($0.row.success?.selected.interval.lower) },
    ResultField("selected_upper") { JSONValue($0.row.success?.selected.interval.upper) },
    ResultField("same_state") { $0.row.success.map { .bool($0.change.isSameState) } ?? .null },
    ResultField("change") { JSONValue($0.row.success?.change.difference.difference) },
    ResultField("change_lower") { JSONValue($0.row.success?.change.estimatedInterval?.lower) },
    ResultField("change_upper") { JSONValue($0.row.success?.change.estimatedInterval?.upper) },
    ResultField("gained") { JSONValue($0.row.success?.change.gained) },
    ResultField("lost") { JSONValue($0.row.success?.change.lost) },
    ResultField("p") { JSONValue($0.row.success?.change.pValue) },
    ResultField("p_holm") { JSONValue($0.row.success?.change.holmPValue) },
    ResultField("q_benjamini_hochberg") { JSONValue($0.row.success?.change.falseDiscoveryRate) },
    ResultField("best") { .bool($0.row.isBest) },
  ]

  static let macro = [
    ResultField("macro_initial_rate") { JSONValue($0.total?.macroInitial?.rate) },
    ResultField("macro_initial_lower") { JSONValue($0.total?.macroInitial?.interval.lower) },
    ResultField("macro_initial_upper") { JSONValue($0.total?.macroInitial?.interval.upper) },
    ResultField("macro_selected_rate") { JSONValue($0.total?.macroSelected?.rate) },
    ResultField("macro_selected_lower") { JSONValue($0.total?.macroSelected?.interval.lower) },
    ResultField("macro_selected_upper") { JSONValue($0.total?.macroSelected?.interval.upper) },
    ResultField("benchmark_tasks") { JSONValue($0.mean?.taskCount) },
    ResultField("benchmark_initial_rate") { JSONValue($0.mean?.initial.rate) },
    ResultField("benchmark_initial_lower") { JSONValue($0.mean?.initial.interval.lower) },
    ResultField("benchmark_initial_upper") { JSONValue($0.mean?.initial.interval.upper) },
    ResultField("benchmark_selected_rate") { JSONValue($0.mean?.selected.rate) },
    ResultField("benchmark_selected_lower") { JSONValue($0.mean?.selected.interval.lower) },
    ResultField("benchmark_selected_upper") { JSONValue($0.mean?.selected.interval.upper) },
  ]

  static let scores = [
    ResultField("initial_score") { JSONValue($0.row.scores?.initial.mean) },
    ResultField("initial_score_lower") { JSONValue($0.row.scores?.initial.interval.lower) },
    ResultField("initial_score_upper") { JSONValue($0.row.scores?.initial.interval.upper) },
    ResultField("selected_score") { JSONValue($0.row.scores?.selected.mean) },
    ResultField("selected_score_lower") { JSONValue($0.row.scores?.selected.interval.lower) },
    ResultField("selected_score_upper") { JSONValue($0.row.scores?.selected.interval.upper) },
    ResultField("validation_score") { JSONValue($0.row.spending.validationScore) },
  ]

  static let spending =
    StepRecord.Outcome.allCases.map { outcome in
      ResultField("steps_\(outcome.fieldName)") {
        .integer($0.row.spending.steps[outcome, default: 0])
      }
    } + [
      ResultField("evaluations") { .integer($0.row.spending.evaluations) },
      ResultField("invalid_answers") { .integer($0.row.spending.invalidAnswers) },
      ResultField("exceptions") { .integer($0.row.spending.exceptions) },
      ResultField("unscored") { .integer($0.row.spending.unscored) },
      ResultField("task_calls") { .integer($0.row.spending.taskCalls) },
      ResultField("optimizer_calls") { .integer($0.row.spending.optimizerCalls) },
      ResultField("stored_answers") { .integer($0.row.spending.cacheHits) },
      ResultField("truncated_answers") { .integer($0.row.spending.truncatedAnswers) },
      ResultField("failed_calls") { .integer($0.row.spending.failedCalls) },
      ResultField("prompt_tokens") { .integer($0.row.spending.promptTokens) },
      ResultField("completion_tokens") { .integer($0.row.spending.completionTokens) },
      ResultField("us_dollars") { JSONValue($0.row.spending.money) },
      ResultField("latency_seconds") { .real($0.row.spending.latencySeconds) },
    ]

  /// The fields of a comparison of two optimizers.
  static func members(
    of comparison: OptimizerComparison, on task: TaskResults?
  ) -> [JSONValue.Member] {
    let change = comparison.change
    let first = comparison.firstRate
    let second = comparison.secondRate
    return [
      .init("task", JSONValue(task?.label)),
      .init("first", .string(comparison.first)),
      .init("second", .string(comparison.second)),
      .init("n", .integer(comparison.pairCount)),
      .init("first_rate", .real(first.rate)),
      .init("second_rate", .real(second.rate)),
      .init("same_state", .bool(change.isSameState)),
      .init("difference", .real(change.difference.difference)),
      .init("difference_lower", JSONValue(change.estimatedInterval?.lower)),
      .init("difference_upper", JSONValue(change.estimatedInterval?.upper)),
      .init("only_first", .integer(change.lost)),
      .init("only_second", .integer(change.gained)),
      .init("p", JSONValue(change.pValue)),
      .init("p_holm", JSONValue(change.holmPValue)),
      .init("q_benjamini_hochberg", JSONValue(change.falseDiscoveryRate)),
    ]
  }
}

extension ResultField.Place {
  /// The mean over the benchmark's own tasks.
  fileprivate var mean: BenchmarkMean? { total?.benchmarkMean }
}

extension StepRecord.Outcome {
  fileprivate var fieldName: String {
    switch self {
    case .updated: "updated"
    case .noChange: "no_change"
    case .terminated: "ended"
    case .invalidAnswer: "unreadable"
    case .rejected: "refused"
    case .modelError: "no_answer"
    }
  }
}
