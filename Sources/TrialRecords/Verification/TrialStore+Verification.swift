// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

extension TrialStore {
  /// Recomputes every digest that the store keeps and names what no longer agrees with its own.
  ///
  /// Checked are plans and seals of runs, states, the requests of model calls, and the rows of
  /// complete trials. Trials and runs of versions that did not seal have nothing to compare.
  ///
  /// - Throws: ``StoreError`` when the store cannot be read.
  /// - Complexity: O(*n*) in the store's texts; one trial at a time is in memory.
  package func faults() async throws -> [StoreFault] {
    try await read { db in
      try Self.runFaults(db) + Self.stateFaults(db) + Self.requestFaults(db) + Self.trialFaults(db)
    }
  }

  private static func runFaults(_ db: Database) throws -> [StoreFault] {
    try RunRecord.order(sql: "rowid").fetchAll(db).flatMap { run -> [StoreFault] in
      var faults: [StoreFault] = []
      if digest(ofJSON: run.plan) != run.planDigest {
        faults.append(StoreFault("run \(run.id)", "its plan is not the one that its digest names"))
      }
      if let seal = run.seal, try self.seal(of: run, db) != seal {
        faults.append(
          StoreFault("run \(run.id)", "its plan, versions, data or trials are not those it sealed"))
      }
      return faults
    }
  }

  private static func stateFaults(_ db: Database) throws -> [StoreFault] {
    var faults: [StoreFault] = []
    let states = try StateRecord.fetchCursor(db, sql: "SELECT * FROM state ORDER BY digest")
    while let state = try states.next() {
      guard digest(ofJSON: state.values) != state.digest else { continue }
      faults.append(
        StoreFault("state \(state.digest.shortHex)", "its values are not those its digest names"))
    }
    return faults
  }

  private static func requestFaults(_ db: Database) throws -> [StoreFault] {
    var faults: [StoreFault] = []
    let calls = try ModelCallRecord.fetchCursor(db, sql: "SELECT * FROM modelCall ORDER BY id")
    while let call = try calls.next() {
      guard digest(ofJSON: call.request) != call.requestDigest else { continue }
      let place = call.sequence.map { " \($0)" } ?? ""
      faults.append(
        StoreFault(
          "trial \(call.trialID.shortHex), \(call.role.rawValue) call\(place)",
          "its request is not the one that its digest names"))
    }
    return faults
  }

  private static func trialFaults(_ db: Database) throws -> [StoreFault] {
    // Runs of different stores that were merged may have sealed different rows of one trial.
    var sealed: [String: Set<String>] = [:]
    let seals = try Row.fetchCursor(
      db, sql: "SELECT trialID, sealedRows FROM runTrial WHERE sealedRows IS NOT NULL")
    while let row = try seals.next() {
      sealed[row["trialID"], default: []].insert(row["sealedRows"])
    }
    var faults: [StoreFault] = []
    for trial in try fetchTrials(ofRun: nil, db) where trial.state == .complete {
      let (own, seals) = (trial.rowsDigest?.hex, sealed[trial.id.hex])
      guard own != nil || seals != nil else { continue }
      let found = try TrialRows(of: trial, db).digest.hex
      guard found != own ?? found || seals.map({ !$0.contains(found) }) ?? false else { continue }
      faults.append(
        StoreFault(
          trial.name,
          "its ending, an evaluation, a step or a call was changed after it was complete"))
    }
    return faults
  }

  /// The digest of a JSON text, or nil when it is none.
  private static func digest(ofJSON text: String) -> ContentDigest? {
    (try? JSONValue(parsing: text)).map { ContentDigest(of: $0) }
  }
}

extension TrialRecord {
  /// Task, optimizer, seed and the start of the digest.
  package var name: String { "\(suite):\(task) \(optimizer) seed \(seed) (\(id.shortHex))" }
}
