// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

extension TrialStore {
  /// Appends one evaluation together with the state that was evaluated.
  ///
  /// - Parameters:
  ///   - evaluation: The evaluation.
  ///   - states: States to store in the same commit, unless they are there.
  /// - Throws: ``StoreError``, among others when the trial or the state is not stored, or the
  ///   sequence number is taken.
  package func append(_ evaluation: EvaluationRecord, states: [StateRecord] = []) async throws {
    try await write { db in
      for state in states { try state.insert(db, onConflict: .ignore) }
      try evaluation.storable.insert(db)
    }
  }

  /// Appends evaluations in one commit: all of them or none.
  ///
  /// - Throws: as ``append(_:states:)-(EvaluationRecord,_)``.
  package func append(_ evaluations: [EvaluationRecord]) async throws {
    try await write { db in
      for evaluation in evaluations { try evaluation.storable.insert(db) }
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
}
