// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import TrialRecords

/// The course of one trial that searched an instance.
package struct SearchTrial: Sendable, Hashable {
  /// One query of the instance.
  package struct Query: Sendable, Hashable {
    /// Optimizer steps taken before it.
    package let step: Int
    /// The score, higher being better; nil when it is not finite or there is none.
    package let score: Double?
    /// How it ended.
    package let outcome: EvaluationRecord.Outcome
    /// Model calls of the trial up to and with this query.
    package let calls: Int
    /// Tokens of the trial up to and with this query.
    package let tokens: Int
  }

  /// The seed.
  package let seed: Int
  /// Whether the trial ended with a tested state.
  package let isComplete: Bool
  /// The queries in their order.
  package let queries: [Query]
  /// The test score of the state in which the trial began; nil when it is not finite.
  package let initialScore: Double?
  /// The test score of the state with the best training score; nil when it is not finite.
  package let finalScore: Double?

  /// The queries up to and with the first that reached the target; nil when none did.
  ///
  /// - Complexity: O(*n*) in the number of queries.
  package var queriesToTarget: Int? {
    queries.firstIndex { $0.outcome == .correct }.map { $0 + 1 }
  }

  /// Queries without a finite score.
  ///
  /// - Complexity: O(*n*) in the number of queries.
  package var missingScores: Int { queries.count { $0.score == nil } }

  /// Reads the stored rows of a trial.
  init(_ trial: TrialRecord, _ rows: RowsByTrial) {
    let outcomes = rows.outcomes(of: trial)
    seed = trial.seed
    isComplete = trial.state == .complete
    var spending = SearchSpending(rows.ownedCalls(of: trial))
    queries = outcomes.filter { $0.phase == .training }.map { outcome in
      let spent = spending.spent(upTo: outcome.sequence, step: outcome.step)
      return Query(
        step: outcome.step, score: outcome.finiteScore, outcome: outcome.outcome,
        calls: spent.calls, tokens: spent.tokens)
    }
    initialScore = Self.testScore(outcomes, .initial)
    let keepsState = trial.selectedStateDigest == trial.initialStateDigest
    finalScore = keepsState ? initialScore : Self.testScore(outcomes, .selected)
  }

  /// The mean over the test examples of a state, or nil when one of them has no finite score.
  private static func testScore(
    _ outcomes: [EvaluationOutcome], _ phase: EvaluationRecord.Phase
  ) -> Double? {
    let tested = outcomes.filter { $0.split == .test && $0.phase == phase }
    let scores = tested.compactMap(\.finiteScore)
    guard !tested.isEmpty, scores.count == tested.count else { return nil }
    return scores.reduce(0, +) / Double(scores.count)
  }
}

extension EvaluationOutcome {
  /// The score, or nil when there is none or it is not finite.
  var finiteScore: Double? { score.flatMap { $0.isFinite ? $0 : nil } }
}

/// What a trial had spent on models at each of its queries, which are asked for in their order.
private struct SearchSpending {
  private var task: ArraySlice<OwnedCallTotal>
  private var optimizer: ArraySlice<OwnedCallTotal>
  private var calls = 0
  private var tokens = 0

  init(_ totals: [OwnedCallTotal]) {
    task = totals.filter { $0.role == .task }.sorted { $0.owner < $1.owner }[...]
    optimizer = totals.filter { $0.role == .optimizer }.sorted { $0.owner < $1.owner }[...]
  }

  mutating func spent(upTo sequence: Int, step: Int) -> (calls: Int, tokens: Int) {
    while let next = task.first, next.owner <= sequence {
      add(next)
      task.removeFirst()
    }
    while let next = optimizer.first, next.owner < step {
      add(next)
      optimizer.removeFirst()
    }
    return (calls, tokens)
  }

  private mutating func add(_ total: OwnedCallTotal) {
    calls += total.calls
    tokens += total.tokens
  }
}
