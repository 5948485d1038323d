// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

extension TrialStore {
  /// Records the start of a run and all of its trials, before the first one begins.
  ///
  /// Trials that the store has already keep their state and rows; the run only has a part in them.
  ///
  /// - Parameters:
  ///   - run: The run; its identifier is new.
  ///   - trials: Every trial of the plan.
  /// - Throws: ``StoreError``; then nothing is recorded.
  package func beginRun(_ run: RunRecord, trials: [TrialRecord] = []) async throws {
    try await write { db in
      try run.insert(db)
      for trial in trials {
        try trial.insert(db, onConflict: .ignore)
        guard try TrialRecord.exists(db, key: trial.id.hex) else {
          throw DatabaseError(
            resultCode: .SQLITE_CONSTRAINT,
            message: "trial \(trial.id.shortHex) has the identity of another one")
        }
        try db.execute(
          sql: "INSERT OR IGNORE INTO runTrial (runID, trialID) VALUES (?, ?)",
          arguments: [run.id, trial.id.hex])
      }
    }
  }

  /// Records the end of a run and seals it: a later change of its trials is noticed.
  ///
  /// - Parameters:
  ///   - id: The run.
  ///   - finishedAt: When it ended, in ISO 8601 text.
  /// - Throws: ``StoreError``.
  package func finishRun(_ id: RunRecord.ID, at finishedAt: String) async throws {
    try await write { db in
      guard var run = try RunRecord.fetchOne(db, key: id) else { return }
      try db.execute(
        sql: """
          UPDATE runTrial SET sealedRows =
            (SELECT rowsDigest FROM trial WHERE trial.id = runTrial.trialID)
          WHERE runID = ?
          """, arguments: [id])
      run.finishedAt = finishedAt
      run.seal = try Self.seal(of: run, db)
      try run.update(db)
    }
  }

  /// The digest of a run's plan, versions, data and machine and of the rows that its complete trials
  /// had when it ended.
  static func seal(of run: RunRecord, _ db: Database) throws -> ContentDigest {
    let rows = try Row.fetchAll(
      db, sql: "SELECT trialID, sealedRows FROM runTrial WHERE runID = ? ORDER BY trialID",
      arguments: [run.id])
    let trials = rows.map { row -> JSONValue in
      [.string(row["trialID"]), .optional(row["sealedRows"])]
    }
    return ContentDigest(
      of: [
        "plan": .string(run.planDigest.hex), "versions": .string(run.versions),
        "data": .string(run.dataDigests), "machine": .string(run.machine),
        "trials": .array(trials),
      ])
  }

  /// Keeps a note about a run.
  ///
  /// - Throws: ``StoreError``, among others when the run is not stored.
  package func append(_ note: RunNote) async throws {
    try await write { db in try note.storable.insert(db) }
  }

  /// The notes about a run, in the order of their keeping.
  ///
  /// - Throws: ``StoreError``.
  package func notes(ofRun runID: RunRecord.ID) async throws -> [RunNote] {
    try await read { db in
      try RunNote.filter(sql: "runID = ?", arguments: [runID]).order(sql: "id").fetchAll(db)
    }
  }

  /// Every run, in the order in which they began.
  ///
  /// - Throws: ``StoreError``.
  package func runs() async throws -> [RunRecord] {
    try await read { db in try RunRecord.order(sql: "rowid").fetchAll(db) }
  }

  /// The version of the database library.
  package static var databaseVersion: String {
    let version = try? DatabaseQueue().read { db in
      try String.fetchOne(db, sql: "SELECT sqlite_version()")
    }
    return version ?? "unknown"
  }
}
