// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What tables are computed from: the rows of one run or of a whole store, without their texts.
package struct StoredResults: Sendable, Hashable {
  /// The runs, in the order in which they began.
  package var runs: [RunRecord]
  /// The trials, ordered by suite, task, data, optimizer, models and seed.
  package var trials: [TrialRecord]
  /// The evaluations, by trial and sequence.
  package var outcomes: [EvaluationOutcome]
  /// Steps by trial and outcome.
  package var stepCounts: [StepCount]
  /// Model calls by trial and role.
  package var callTotals: [ModelCallTotal]
  /// Model calls by trial, role and the evaluation or step that made them.
  package var callsByOwner: [OwnedCallTotal]
  /// What is noted of the runs, in the order of their keeping.
  package var notes: [RunNote]

  /// Creates results from rows.
  package init(
    runs: [RunRecord] = [], trials: [TrialRecord] = [], outcomes: [EvaluationOutcome] = [],
    stepCounts: [StepCount] = [], callTotals: [ModelCallTotal] = [],
    callsByOwner: [OwnedCallTotal] = [], notes: [RunNote] = []
  ) {
    self.runs = runs
    self.trials = trials
    self.outcomes = outcomes
    self.stepCounts = stepCounts
    self.callTotals = callTotals
    self.callsByOwner = callsByOwner
    self.notes = notes
  }
}
