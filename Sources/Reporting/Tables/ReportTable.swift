// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// The results of one suite on one kind of data with one pair of models under one protocol.
package struct ReportTable: Sendable, Hashable {
  /// In which order trials query, propose and choose, which decides what a table shows.
  package enum Course: String, Sendable, Hashable {
    /// Learning from many examples; tables show success on the test split.
    case pass
    /// The search of a single instance; tables show the score that it ended with.
    case search
  }

  /// What all trials of a table have in common.
  package struct Key: Sendable, Hashable {
    /// The suite.
    package let suite: String
    /// Where the data came from.
    package let dataLabel: String
    /// The task's model.
    package let model: String
    /// The optimizer's model.
    package let optimizerModel: String
    /// The protocol's name.
    package let protocolName: String
    /// The settings of protocol and budget, as canonical JSON text.
    package let protocolSettings: String
    /// In which order trials query, propose and choose.
    package let course: Course

    init(_ trial: TrialRecord, _ facts: ProtocolFacts) {
      suite = trial.suite
      dataLabel = trial.dataLabel
      model = trial.model
      optimizerModel = trial.optimizerModel
      protocolName = trial.protocolName
      protocolSettings = facts.settings
      course = facts.course
    }
  }

  /// What the trials have in common.
  package let key: Key
  /// Each task with the optimizers' results on it, by name.
  package let tasks: [TaskResults]
  /// Each optimizer's results on all tasks together, by name.
  package let totals: [OptimizerTotal]
  /// Families of tasks, by name; empty for other courses and where there are fewer than two.
  package let families: [TaskFamily]
  /// The benchmark's own tasks, where some of them has several files; nil for other courses and
  /// where each task is one of them.
  package let benchmarkTaskCount: Int?
  /// Each pair of optimizers on all items that both were tested on.
  package let comparisons: [OptimizerComparison]
  /// Each pair of optimizers on all instances that both searched; empty for other courses.
  package let searchComparisons: [SearchComparison]
  /// Trials that failed.
  package let failures: [FailedTrial]

  /// The trials of the table.
  ///
  /// - Complexity: O(*n*) in the number of optimizers.
  package var trialCounts: TrialCounts {
    totals.reduce(into: TrialCounts()) { $0 += $1.row.trials }
  }
}

extension ReportTable.Key: Comparable {
  private var parts: [String] {
    [suite, dataLabel, model, optimizerModel, protocolName, protocolSettings]
  }

  /// Whether a key comes before another, part by part.
  package static func < (left: Self, right: Self) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
