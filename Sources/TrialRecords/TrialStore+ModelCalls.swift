// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

extension TrialStore {
  /// Appends one model call.
  ///
  /// A call answered from the store whose answer this very trial paid for before it was
  /// interrupted is not new: the paid row takes its place in the sequence and is returned.
  ///
  /// - Parameters:
  ///   - call: The call.
  ///   - isReplayed: Whether the call is that of a recording, source included. Then the same row
  ///     that an interrupted replay left behind takes its place.
  /// - Returns: The row as it is stored.
  /// - Throws: ``StoreError``, among others when the trial is not stored or the place is taken.
  @discardableResult
  package func append(
    _ call: ModelCallRecord, isReplayed: Bool = false
  ) async throws -> ModelCallRecord {
    let call = call.storable
    return try await write { db in
      if isReplayed || call.source == .cache,
        var paid = try Self.fetchPaidCall(for: call, isReplayed: isReplayed, db)
      {
        paid.sequence = call.sequence
        try paid.update(db)
        return paid
      }
      var stored = call
      try stored.insert(db)
      return stored
    }
  }

  /// The first answer that a model gave to a request, whichever trial paid for it.
  ///
  /// - Parameters:
  ///   - model: The model, as provider and name.
  ///   - requestDigest: The digest of the request.
  ///   - sampleIndex: Which of several answers to the same request, from 0.
  /// - Returns: The call that the model answered, or nil. Failed calls are never returned.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(log *n*) in the stored calls.
  package func storedAnswer(
    model: String, requestDigest: ContentDigest, sampleIndex: Int = 0
  ) async throws -> ModelCallRecord? {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT * FROM modelCall
          WHERE requestDigest = ? AND sampleIndex = ? AND model = ?
            AND source = 'live' AND answer IS NOT NULL
          ORDER BY id LIMIT 1
          """)
      return try ModelCallRecord.fetchOne(
        statement, arguments: [requestDigest.hex, sampleIndex, model])
    }
  }

  /// The call at a place of a trial, or nil.
  ///
  /// - Parameters:
  ///   - id: The trial.
  ///   - role: On whose behalf the model was asked.
  ///   - sequence: The place among the trial's calls of the role.
  /// - Returns: The row, or nil when the place is empty.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(log *n*) in the stored calls.
  package func modelCall(
    of id: TrialRecord.ID, _ role: ModelCallRecord.Role, at sequence: Int
  ) async throws -> ModelCallRecord? {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT * FROM modelCall WHERE trialID = ? AND role = ? AND sequence = ?")
      return try ModelCallRecord.fetchOne(
        statement,
        arguments: [id.hex, role.rawValue, sequence])
    }
  }

  /// The tokens of the longest request that a model was sent, or nil when it was sent none.
  ///
  /// The tokens of a request without an answer, which may have been too long, are guessed at one for
  /// each three characters.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the stored calls.
  package func longestPrompt(of model: String) async throws -> Int? {
    try await read { db in
      try Int.fetchOne(
        db,
        sql:
          "SELECT max(coalesce(promptTokens, length(request) / 3)) FROM modelCall WHERE model = ?",
        arguments: [model])
    }
  }

  /// The model calls of a trial by role and sequence, those without a place first.
  ///
  /// - Throws: ``StoreError``.
  package func modelCalls(of id: TrialRecord.ID) async throws -> [ModelCallRecord] {
    try await read { db in
      try ModelCallRecord.filter(sql: "trialID = ?", arguments: [id.hex])
        .order(sql: "role DESC, sequence, id").fetchAll(db)
    }
  }

  private static func fetchPaidCall(
    for call: ModelCallRecord, isReplayed: Bool, _ db: Database
  ) throws -> ModelCallRecord? {
    try ModelCallRecord.fetchOne(
      db,
      sql: """
        SELECT * FROM modelCall
        WHERE requestDigest = ? AND sampleIndex = ? AND model = ? AND trialID = ? AND role = ?
          AND sequence IS NULL
          AND CASE WHEN ? THEN source = ? AND answer IS ? AND error IS ? ELSE answer IS NOT NULL END
        ORDER BY id LIMIT 1
        """,
      arguments: [
        call.requestDigest.hex, call.sampleIndex, call.model, call.trialID.hex, call.role.rawValue,
        isReplayed, call.source.rawValue, call.answer, call.error,
      ])
  }
}
