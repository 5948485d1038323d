// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

extension TrialStore {
  /// Takes or extends the right to run a trial, so that two processes never run the same one.
  ///
  /// - Parameters:
  ///   - id: The trial.
  ///   - owner: Who asks, unique among processes.
  ///   - now: The present time, in seconds since 1970.
  ///   - until: When the right ends unless it is extended, in seconds since 1970.
  /// - Returns: Whether the right is the owner's; false while another's has not run out.
  /// - Throws: ``StoreError``, among others when the trial is not stored.
  package func claim(
    _ id: TrialRecord.ID, owner: String, now: Double, until: Double
  ) async throws -> Bool {
    try await write { db in
      try db.execute(
        sql: """
          INSERT INTO lease (trialID, owner, until) VALUES (:trial, :owner, :until)
          ON CONFLICT (trialID) DO UPDATE SET owner = :owner, until = :until
          WHERE owner = :owner OR until <= :now
          """,
        arguments: ["trial": id.hex, "owner": owner, "now": now, "until": until])
      return db.changesCount > 0
    }
  }

  /// Gives up the right to run a trial; nothing happens when it is not the owner's.
  ///
  /// - Throws: ``StoreError``.
  package func release(_ id: TrialRecord.ID, owner: String) async throws {
    try await write { db in
      try db.execute(
        sql: "DELETE FROM lease WHERE trialID = ? AND owner = ?", arguments: [id.hex, owner])
    }
  }

  /// Who has the right to run a trial, or nil; named also when the right has run out and was not
  /// given up.
  ///
  /// - Throws: ``StoreError``.
  package func leaseOwner(of id: TrialRecord.ID) async throws -> String? {
    try await read { db in
      try String.fetchOne(db, sql: "SELECT owner FROM lease WHERE trialID = ?", arguments: [id.hex])
    }
  }
}
