// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// What a complete trial took in the mean, its validation and test included.
package struct TrialCost: Sendable, Hashable {
  /// The complete trials.
  package let trialCount: Int
  /// Scored forward passes.
  package let evaluations: Double
  /// Model calls of both models; those answered from the store count as if they were paid for.
  package let calls: Double
  /// Tokens of requests and answers of both models.
  package let tokens: Double
  /// US dollars; nil when a price is not known.
  package let money: Double?

  /// Computes the means; nil when no trial is complete.
  init?(_ trials: [TrialRecord], rows: RowsByTrial) {
    let complete = trials.filter { $0.state == .complete }
    guard !complete.isEmpty else { return nil }
    let spending = TrialSpending(complete, rows: rows)
    let count = Double(complete.count)
    trialCount = complete.count
    evaluations = Double(spending.evaluations) / count
    calls = Double(spending.calls) / count
    tokens = Double(spending.tokens) / count
    money = spending.money.map { $0 / count }
  }
}
