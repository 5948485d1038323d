// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

extension TrialStore {
  /// Stores parameter values, once for each digest.
  ///
  /// - Throws: ``StoreError``.
  package func save(_ state: StateRecord) async throws {
    try await write { db in try state.insert(db, onConflict: .ignore) }
  }

  /// The trial with an identity, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func trial(_ id: TrialRecord.ID) async throws -> TrialRecord? {
    try await read { db in try TrialRecord.fetchOne(db, key: id.hex) }
  }

  /// The trials of one run or of all, ordered by suite, task, data, optimizer, models and seed.
  ///
  /// - Throws: ``StoreError``.
  package func trials(ofRun runID: RunRecord.ID? = nil) async throws -> [TrialRecord] {
    try await read { db in try Self.fetchTrials(ofRun: runID, db) }
  }

  /// The state with a digest, or nil.
  ///
  /// - Throws: ``StoreError``.
  package func state(_ digest: ContentDigest) async throws -> StateRecord? {
    try await read { db in try StateRecord.fetchOne(db, key: digest.hex) }
  }

  static func fetchTrials(ofRun runID: RunRecord.ID?, _ db: Database) throws -> [TrialRecord] {
    try TrialRecord.fetchAll(
      db,
      sql: """
        SELECT * FROM trial
        WHERE :run IS NULL OR id IN (SELECT trialID FROM runTrial WHERE runID = :run)
        ORDER BY suite, task, dataLabel, dataDigest, protocolName, protocolSettings,
          optimizer, optimizerSettings, model, optimizerModel, seed
        """,
      arguments: ["run": runID])
  }
}
