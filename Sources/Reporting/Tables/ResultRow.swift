// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What one optimizer did on one task, or on all of them.
package struct ResultRow: Sendable, Hashable {
  /// How much of a row there is to show.
  package enum Status: String, Sendable, Hashable {
    /// Every trial is complete.
    case complete
    /// Some trials are complete.
    case partial
    /// No trial is complete and at least one failed.
    case failed
    /// No trial is complete, and none failed.
    case unfinished
    /// There are no trials, and no plan names any.
    case notRun
    /// There are no trials although a plan names some: the optimizer cannot act on the task.
    case notApplicable
  }

  /// The optimizer.
  package let optimizer: OptimizerName
  /// How far its trials are.
  package let trials: TrialCounts
  /// Success on the test split; nil when no trial is complete.
  package var success: SuccessSummary?
  /// Mean scores on the test split; nil when no trial is complete, and when the scores say no more
  /// than success and failure.
  package var scores: ScoreSummary?
  /// How searches ended; nil for other courses.
  package var search: SearchSummary?
  /// The course of each complete trial, by seed: its queries, or its validated states.
  package var progress: [[ProgressPoint]] = []
  /// What all of the row's trials spent and ran into.
  package let spending: TrialSpending
  /// What a complete trial of the row took; nil when none is complete.
  package let cost: TrialCost?
  /// Whether a plan names the optimizer on the task.
  package let isPlanned: Bool
  /// Whether the corrected tests say that every other optimizer in the place is worse.
  package var isBest = false

  /// How much of the row there is to show.
  package var status: Status {
    if trials.total == 0 { return isPlanned ? .notApplicable : .notRun }
    if trials.complete == trials.total { return .complete }
    if trials.complete > 0 { return .partial }
    return trials.failed > 0 ? .failed : .unfinished
  }
}

/// An optimizer with its settings.
package struct OptimizerName: Sendable, Hashable {
  /// The optimizer's identifier.
  package let id: String
  /// Its settings, as canonical JSON text.
  package let settings: String
  /// How tables name it: the identifier, with a number when there are several settings.
  package let label: String
}

/// What one optimizer did on all tasks of a table.
package struct OptimizerTotal: Sendable, Hashable {
  /// Its results with the items of all tasks pooled.
  package var row: ResultRow
  /// The tasks on which it has a complete trial.
  package let taskCount: Int
  /// The mean over tasks of the initial state's success rate.
  package let macroInitial: MacroMean?
  /// The mean over tasks of the selected state's success rate.
  package let macroSelected: MacroMean?
  /// The mean over the benchmark's own tasks; nil where each task is one of them.
  package var benchmarkMean: BenchmarkMean?
  /// How its searches of all tasks ended; nil for other courses.
  package var search: SearchTotal?
}

/// The mean over a benchmark's own tasks, each of which is the mean of its files.
package struct BenchmarkMean: Sendable, Hashable {
  /// The benchmark's tasks of which a file has a complete trial.
  package let taskCount: Int
  /// The initial state's success rate.
  package let initial: MacroMean
  /// The selected state's success rate.
  package let selected: MacroMean
}

/// Tasks that a benchmark puts together, with each optimizer's results on them, by name.
package struct TaskFamily: Sendable, Hashable {
  /// The name.
  package let name: String
  /// The tasks of the table that belong to it.
  package let taskCount: Int
  /// The results with the items of the tasks pooled.
  package let totals: [OptimizerTotal]
}

/// The optimizers' results on one task.
package struct TaskResults: Sendable, Hashable {
  /// The task's identifier.
  package let task: String
  /// The digest of the data, in hexadecimal digits.
  package let dataDigest: String
  /// The first digits of the workflow's digest; nil when none was stored.
  package let workflow: String?
  /// What scores on it mean.
  package let measure: ScoreMeasure
  /// How tables name it: the identifier, with digits of a digest where there are several.
  package let label: String
  /// The results, by optimizer.
  package var rows: [ResultRow]
  /// Each pair of optimizers on the items that both were tested on.
  package var comparisons: [OptimizerComparison]
  /// Each pair of optimizers on the instances that both searched; empty for other courses.
  package var searchComparisons: [SearchComparison] = []
}
