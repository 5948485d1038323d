// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// The course of one trial that searched an instance.
package struct SearchTrial: Sendable, Hashable {
  /// The seed.
  package let seed: Int
  /// Whether the trial ended with a tested state.
  package let isComplete: Bool
  /// Whether the budget or the protocol allowed no further step, so that the trial did not end by
  /// itself.
  package let isCutOff: Bool
  /// The queries in their order.
  package let queries: [ProgressPoint]
  /// The test score of the state in which the trial began; nil when it is not finite.
  package let initialScore: Double?
  /// The test score of the state with the best training score; nil when it is not finite.
  package let finalScore: Double?
  /// Whether the state with the best training score reached the target on every test example.
  package let reachesTarget: Bool
  /// Whether the state with the best training score reached the target on each test example that
  /// it was not trained on, by the example's identifier; empty where every test example was queried.
  package let heldOut: [String: Bool]

  /// The queries up to and with the first one that reached the target; nil when none did.
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
    isCutOff = trial.stopReason == "budgetExhausted"
    queries = ProgressPoint.queries(of: trial, in: rows)
    initialScore = Self.testScore(outcomes, .initial)
    let keepsState = trial.selectedStateDigest == trial.initialStateDigest
    let end: EvaluationRecord.Phase = keepsState ? .initial : .selected
    finalScore = keepsState ? initialScore : Self.testScore(outcomes, end)
    let tested = outcomes.filter { $0.split == .test && $0.phase == end }
    reachesTarget = !tested.isEmpty && tested.allSatisfy { $0.outcome == .correct }
    heldOut = Self.heldOut(outcomes, end)
  }

  private static func heldOut(
    _ outcomes: [EvaluationOutcome], _ phase: EvaluationRecord.Phase
  ) -> [String: Bool] {
    let trained = Set(outcomes.filter { $0.phase == .training }.map(\.exampleID))
    let tested = outcomes.filter { $0.split == .test && $0.phase == phase }
    return tested.reduce(into: [:]) { result, row in
      if !trained.contains(row.exampleID) { result[row.exampleID] = row.outcome == .correct }
    }
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
