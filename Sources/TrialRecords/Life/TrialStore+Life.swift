// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

extension TrialStore {
  /// Begins a trial: puts it back to its start and keeps the answers that were paid for.
  ///
  /// Evaluations, steps and calls answered from the store are deleted. Calls that the model
  /// answered stay; when the trial asks for them again they take their new place, so that a trial
  /// that was interrupted ends with the rows of one that was not.
  ///
  /// - Parameters:
  ///   - id: The trial.
  ///   - owner: Who runs it.
  /// - Returns: False when the trial is complete and stays as it is.
  /// - Throws: ``StoreError``, with ``StoreError/Code/trialTaken`` while another has the right to run
  ///   the trial.
  package func begin(_ id: TrialRecord.ID, owner: String) async throws -> Bool {
    try await live(id, .begin, owner: owner) { trial, db in
      for statement in [
        "DELETE FROM evaluation WHERE trialID = ?",
        "DELETE FROM step WHERE trialID = ?",
        "DELETE FROM modelCall WHERE trialID = ? AND source = 'cache'",
        "UPDATE modelCall SET sequence = NULL WHERE trialID = ?",
      ] {
        try db.execute(sql: statement, arguments: [id.hex])
      }
      trial.attempts += 1
      trial.stopReason = nil
      trial.error = nil
      trial.initialStateDigest = nil
      trial.selectedStateDigest = nil
      trial.finalStateDigest = nil
      trial.stepCount = 0
    }
  }

  /// Ends a trial that went to its end, and seals its rows.
  ///
  /// - Throws: ``StoreError``, with ``StoreError/Code/notPossible`` unless the trial is running, and
  ///   with ``StoreError/Code/trialTaken`` when another has the right to run it.
  package func complete(
    _ id: TrialRecord.ID, with ending: TrialEnding, owner: String
  ) async throws {
    _ = try await live(id, .complete, owner: owner) { trial, db in
      for state in [ending.initial, ending.selected, ending.final] {
        try state.insert(db, onConflict: .ignore)
      }
      trial.stopReason = ending.stopReason
      trial.initialStateDigest = ending.initial.digest
      trial.selectedStateDigest = ending.selected.digest
      trial.finalStateDigest = ending.final.digest
      trial.stepCount = ending.stepCount
      trial.rowsDigest = try TrialRows(of: trial, db).digest
    }
  }

  /// Ends a trial that could not go on; its rows stay until it is begun again.
  ///
  /// - Parameters:
  ///   - id: The trial.
  ///   - message: Why, in one sentence.
  ///   - owner: Who runs it.
  /// - Throws: as ``complete(_:with:owner:)``.
  package func fail(
    _ id: TrialRecord.ID, because message: String, owner: String
  ) async throws {
    _ = try await live(id, .fail, owner: owner) { trial, _ in trial.error = message.storable }
  }

  /// Ends a trial in order before its end; its rows stay until it is begun again.
  ///
  /// - Throws: as ``complete(_:with:owner:)``.
  package func stop(_ id: TrialRecord.ID, owner: String) async throws {
    _ = try await live(id, .stop, owner: owner) { _, _ in }
  }

  /// Takes an event in one commit, if the state of the trial as it is stored allows it.
  private func live(
    _ id: TrialRecord.ID, _ event: TrialLife.Event, owner: String,
    _ change: @escaping @Sendable (inout TrialRecord, Database) throws -> Void
  ) async throws -> Bool {
    let path = path
    return try await write { db in
      guard var trial = try TrialRecord.fetchOne(db, key: id.hex) else {
        throw StoreError(
          code: .constraint, message: "the store \(path) has no trial \(id.shortHex)")
      }
      let holder = try String.fetchOne(
        db, sql: "SELECT owner FROM lease WHERE trialID = ?", arguments: [id.hex])
      guard holder == nil || holder == owner else {
        throw StoreError(
          code: .trialTaken,
          message: "trial \(id.shortHex) of the store \(path) is being run by another process")
      }
      var life = TrialLife(trial.state)
      guard let effect = life.take(event) else {
        throw StoreError(
          code: .notPossible,
          message: "trial \(id.shortHex) of the store \(path) is \(trial.state.rawValue) and "
            + "cannot \(event.rawValue)")
      }
      guard effect != .nothing else { return false }
      trial.state = life.state
      try change(&trial, db)
      try trial.update(db)
      return true
    }
  }
}
