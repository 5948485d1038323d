// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

extension TrialStore {
  /// Reads what tables are computed from, in one consistent snapshot.
  ///
  /// - Parameter runID: The run whose trials are wanted; nil for all trials of the store.
  /// - Returns: The rows without their texts, each kind in a fixed order.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the trials, evaluations, steps and model calls.
  package func results(ofRun runID: RunRecord.ID? = nil) async throws -> StoredResults {
    try await read { db in
      let chosen = """
        WHERE (:run IS NULL OR trialID IN (SELECT trialID FROM runTrial WHERE runID = :run))
        """
      let arguments: StatementArguments = ["run": runID]
      return StoredResults(
        runs: try RunRecord.order(sql: "rowid").fetchAll(db).filter { runID ?? $0.id == $0.id },
        trials: try Self.fetchTrials(ofRun: runID, db),
        outcomes: try EvaluationOutcome.fetchAll(
          db,
          sql: """
            SELECT trialID, sequence, step, split, phase, exampleID, stateDigest, outcome, score
            FROM evaluation \(chosen) ORDER BY trialID, sequence
            """,
          arguments: arguments
        ),
        stepCounts: try StepCount.fetchAll(
          db,
          sql: """
            SELECT trialID, outcome, count(*) AS count
            FROM step \(chosen) GROUP BY trialID, outcome ORDER BY trialID, outcome
            """,
          arguments: arguments
        ),
        callTotals: try ModelCallTotal.fetchAll(
          db,
          sql: """
            SELECT trialID, role, count(*) AS calls, sum(source = 'cache') AS cacheHits,
              sum(answer IS NULL) AS errors,
              count(*) FILTER (WHERE finishReason = 'length') AS truncated,
              coalesce(sum(promptTokens), 0) AS promptTokens,
              coalesce(sum(completionTokens), 0) AS completionTokens,
              total(CASE WHEN source = 'live' THEN latencySeconds END) AS latencySeconds
            FROM modelCall \(chosen) GROUP BY trialID, role ORDER BY trialID, role
            """,
          arguments: arguments
        ),
        callsByOwner: try OwnedCallTotal.fetchAll(
          db,
          sql: """
            SELECT trialID, role, sequence / \(ModelCallRecord.placesPerOwner) AS owner,
              count(*) AS calls,
              coalesce(sum(promptTokens), 0) AS promptTokens,
              coalesce(sum(completionTokens), 0) AS completionTokens
            FROM modelCall \(chosen) AND sequence IS NOT NULL
            GROUP BY trialID, role, owner ORDER BY trialID, role, owner
            """,
          arguments: arguments
        ),
        notes: try RunNote.fetchAll(
          db, sql: "SELECT * FROM runNote WHERE :run IS NULL OR runID = :run ORDER BY id",
          arguments: arguments))
    }
  }
}
