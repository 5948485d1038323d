// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

extension TrialStore {
  /// Unites stores in one, in one commit.
  ///
  /// The result is the same in whatever order and grouping stores are merged, and merging a store
  /// twice changes nothing. Of several copies of a trial the one that came further is kept; runs keep
  /// who ran them, when and which part; calls that were paid for are kept even where the attempt
  /// that made them is not.
  ///
  /// - Parameters:
  ///   - path: The store that is made, or that the others are added to.
  ///   - inputs: The stores, opened for reading.
  ///   - allowsSeveralPlans: Whether runs of different plans may meet, as in a store of a whole
  ///     study.
  ///   - now: The present time in seconds since 1970, to know which rights to run a trial hold.
  /// - Returns: What the store at `path` has then.
  /// - Throws: ``StoreError``, with ``StoreError/Code/severalPlans`` for runs of different plans and
  ///   with ``StoreError/Code/busy`` while trials of the store at `path` are being run; then it is as
  ///   it was.
  /// - Complexity: O(*n* log *n*) in the rows; one trial at a time is in memory.
  package static func merge(
    into path: String, _ inputs: [TrialStore], allowsSeveralPlans: Bool = false, now: Double
  ) async throws -> MergeSummary {
    let output = try TrialStore(path: path)
    let before = try TrialStore(path: path, access: .reading)
    let pools = [before.pool] + inputs.map(\.pool)
    let summary: MergeSummary
    do {
      summary = try await output.write { db in
        try output.checkNobodyWrites(db, now: now)
        return try snapshots(of: pools[...], []) { sources in
          try StoreMerge(sources, path: path, allowsSeveralPlans: allowsSeveralPlans).write(to: db)
        }
      }
    } catch {
      try? before.close()
      try? output.close()
      throw error
    }
    try before.close()
    try output.close()
    return summary
  }

  private func checkNobodyWrites(_ db: Database, now: Double) throws {
    let held = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM lease WHERE until > ?", arguments: [now])
    guard held == 0 else {
      throw StoreError(
        code: .busy,
        message:
          "trials of the store \(path) are being run: wait for the run to end, or merge into "
          + "another file")
    }
  }

  /// Calls `body` with one consistent snapshot of each store.
  private static func snapshots<Value>(
    of pools: ArraySlice<any DatabaseWriter>, _ opened: [Database],
    _ body: ([Database]) throws -> Value
  ) throws -> Value {
    guard let first = pools.first else { return try body(opened) }
    return try first.read { db in
      try snapshots(of: pools.dropFirst(), opened + [db], body)
    }
  }
}
