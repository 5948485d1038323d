// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

extension TrialStore {
  /// Appends one evaluation.
  ///
  /// - Throws: ``StoreError``, among others when the trial or the state is not stored, or the
  ///   sequence number is taken.
  package func append(_ evaluation: EvaluationRecord) async throws {
    try await append([evaluation])
  }

  /// Appends evaluations in one commit: all of them or none.
  ///
  /// - Throws: as ``append(_:)-(EvaluationRecord)``.
  package func append(_ evaluations: [EvaluationRecord]) async throws {
    try await write { db in
      for evaluation in evaluations { try evaluation.insert(db) }
    }
  }

  /// Appends one step together with the state it led to.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - states: States to store in the same commit, unless they are there.
  /// - Throws: ``StoreError``, among others when the index is taken.
  package func append(_ step: StepRecord, states: [StateRecord] = []) async throws {
    try await write { db in
      for state in states { try state.insert(db, onConflict: .ignore) }
      try step.insert(db)
    }
  }

  /// The evaluations of a trial in their sequence.
  ///
  /// - Throws: ``StoreError``.
  package func evaluations(of id: TrialRecord.ID) async throws -> [EvaluationRecord] {
    try await read { db in
      try EvaluationRecord.filter(sql: "trialID = ?", arguments: [id.hex])
        .order(sql: "sequence").fetchAll(db)
    }
  }

  /// The steps of a trial in their order.
  ///
  /// - Throws: ``StoreError``.
  package func steps(of id: TrialRecord.ID) async throws -> [StepRecord] {
    try await read { db in
      try StepRecord.filter(sql: "trialID = ?", arguments: [id.hex])
        .order(sql: "\"index\"").fetchAll(db)
    }
  }

  /// Puts an unfinished or failed trial back to its start and keeps the answers that were paid for.
  ///
  /// Evaluations, steps and calls answered from the store are deleted. Calls that the model
  /// answered stay; when the trial asks for them again they take their new place, so that a
  /// trial that was interrupted ends with the rows of one that was not.
  ///
  /// - Throws: ``StoreError`` with ``StoreError/Code/trialComplete`` for a complete trial.
  package func discardProgress(of id: TrialRecord.ID) async throws {
    let path = path
    try await write { db in
      guard var trial = try TrialRecord.fetchOne(db, key: id.hex) else { return }
      guard trial.state != .complete else {
        throw StoreError(
          code: .trialComplete,
          message: "trial \(id.shortHex) of the store \(path) is complete and stays as it is")
      }
      for statement in [
        "DELETE FROM evaluation WHERE trialID = ?",
        "DELETE FROM step WHERE trialID = ?",
        "DELETE FROM modelCall WHERE trialID = ? AND source = 'cache'",
        "UPDATE modelCall SET sequence = NULL WHERE trialID = ?",
      ] {
        try db.execute(sql: statement, arguments: [id.hex])
      }
      trial.state = .waiting
      trial.stopReason = nil
      trial.error = nil
      trial.initialStateDigest = nil
      trial.selectedStateDigest = nil
      trial.finalStateDigest = nil
      trial.stepCount = 0
      try trial.update(db)
    }
  }
}
