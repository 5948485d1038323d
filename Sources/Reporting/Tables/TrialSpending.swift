// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import TrialRecords

/// What trials spent and ran into, added up over all of them, complete or not.
package struct TrialSpending: Sendable, Hashable {
  /// The mean validation score of selected states over complete trials; nil when there is none.
  package var validationScore: Double?
  /// Steps by what became of them.
  package var steps: [StepRecord.Outcome: Int] = [:]
  /// Scored forward passes, also those that failed.
  package var evaluations = 0
  /// Evaluations from whose output no answer could be read.
  package var invalidAnswers = 0
  /// Evaluations whose workflow raised an exception.
  package var exceptions = 0
  /// Evaluations without a score, because the model gave no answer.
  package var unscored = 0
  /// Model calls on behalf of workflows.
  package var taskCalls = 0
  /// Model calls on behalf of optimizers.
  package var optimizerCalls = 0
  /// Model calls that were answered from the store.
  package var cacheHits = 0
  /// Model calls without an answer.
  package var failedCalls = 0
  /// Answers that the token limit cut off.
  package var truncatedAnswers = 0
  /// Tokens of requests.
  package var promptTokens = 0
  /// Tokens of answers.
  package var completionTokens = 0
  /// US dollars, by prices of today; nil when the price of a model is not known.
  package var money: Double? = 0
  /// Seconds that the models took for the calls they answered themselves.
  package var latencySeconds = 0.0

  /// All model calls, also those answered from the store.
  package var calls: Int { taskCalls + optimizerCalls }
  /// All tokens, also those of answers from the store.
  package var tokens: Int { promptTokens + completionTokens }
  /// Answers of either model that were of no use: evaluations without a readable answer or with an
  /// exception, and steps without a readable proposal.
  package var unusableAnswers: Int {
    invalidAnswers + exceptions + steps[.invalidAnswer, default: 0]
  }

  init(_ trials: [TrialRecord], rows: RowsByTrial) {
    var validationScores: [Double] = []
    for trial in trials {
      let outcomes = rows.outcomes(of: trial)
      add(outcomes)
      for step in rows.steps(of: trial) { steps[step.outcome, default: 0] += step.count }
      for total in rows.calls(of: trial) {
        add(total)
        let cost = rows.cost(of: total, in: trial)
        money = money.flatMap { sum in cost.map { sum + $0 } }
      }
      if trial.state == .complete, let state = trial.selectedStateDigest {
        let scores = outcomes.compactMap { outcome in
          outcome.split == .validation && outcome.stateDigest == state ? outcome.score : nil
        }
        if !scores.isEmpty { validationScores.append(scores.reduce(0, +) / Double(scores.count)) }
      }
    }
    if !validationScores.isEmpty {
      validationScore = validationScores.reduce(0, +) / Double(validationScores.count)
    }
  }

  private mutating func add(_ outcomes: [EvaluationOutcome]) {
    evaluations += outcomes.count
    for outcome in outcomes {
      switch outcome.outcome {
      case .correct, .incorrect: break
      case .invalidAnswer: invalidAnswers += 1
      case .exception: exceptions += 1
      case .modelError: unscored += 1
      }
    }
  }

  private mutating func add(_ total: ModelCallTotal) {
    switch total.role {
    case .task: taskCalls += total.calls
    case .optimizer: optimizerCalls += total.calls
    }
    cacheHits += total.cacheHits
    failedCalls += total.errors
    truncatedAnswers += total.truncated
    promptTokens += total.promptTokens
    completionTokens += total.completionTokens
    latencySeconds += total.latencySeconds
  }
}
