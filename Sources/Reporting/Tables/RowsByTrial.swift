// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// The stored rows of each trial.
struct RowsByTrial {
  private let outcomes: [TrialRecord.ID: [EvaluationOutcome]]
  private let steps: [TrialRecord.ID: [StepCount]]
  private let calls: [TrialRecord.ID: [ModelCallTotal]]
  private let ownedCalls: [TrialRecord.ID: [OwnedCallTotal]]
  private let prices: [String: TokenPrices.Amounts]

  /// Groups rows by trial.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  init(_ results: StoredResults, prices: TokenPrices = TokenPrices()) {
    let models = Set(results.trials.flatMap { [$0.model, $0.optimizerModel] })
    self.prices = Dictionary(uniqueKeysWithValues: models.map { ($0, prices.amounts(ofModel: $0)) })
      .compactMapValues(\.self)
    outcomes = Dictionary(grouping: results.outcomes, by: \.trialID)
    steps = Dictionary(grouping: results.stepCounts, by: \.trialID)
    calls = Dictionary(grouping: results.callTotals, by: \.trialID)
    ownedCalls = Dictionary(grouping: results.callsByOwner, by: \.trialID)
  }

  // A trial without rows of a kind has none of them.
  func outcomes(of trial: TrialRecord) -> [EvaluationOutcome] { outcomes[trial.id, default: []] }
  func steps(of trial: TrialRecord) -> [StepCount] { steps[trial.id, default: []] }
  func calls(of trial: TrialRecord) -> [ModelCallTotal] { calls[trial.id, default: []] }
  func ownedCalls(of trial: TrialRecord) -> [OwnedCallTotal] {
    ownedCalls[trial.id, default: []]
  }

  /// What calls of a trial cost in US dollars; nil when the price of the model is not known.
  func cost(of total: ModelCallTotal, in trial: TrialRecord) -> Double? {
    cost(total.promptTokens, total.completionTokens, trial.model(asked: total.role))
  }

  /// What calls of a trial cost in US dollars; nil when the price of the model is not known.
  func cost(of total: OwnedCallTotal, in trial: TrialRecord) -> Double? {
    cost(total.promptTokens, total.completionTokens, trial.model(asked: total.role))
  }

  private func cost(_ promptTokens: Int, _ completionTokens: Int, _ model: String) -> Double? {
    guard promptTokens > 0 || completionTokens > 0 else { return 0 }
    return prices[model]?.cost(promptTokens: promptTokens, completionTokens: completionTokens)
  }
}

extension TrialRecord {
  /// The model that is asked on somebody's behalf.
  fileprivate func model(asked role: ModelCallRecord.Role) -> String {
    switch role {
    case .task: model
    case .optimizer: optimizerModel
    }
  }
}
