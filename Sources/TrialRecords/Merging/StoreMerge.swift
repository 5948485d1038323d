// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

/// Joins the rows of snapshots and writes them in an order that depends on nothing but the rows.
struct StoreMerge {
  private let sources: [Database]
  private let runs: [RunRecord]

  /// Reads the runs of all sources.
  ///
  /// - Throws: ``StoreError`` for runs of different plans unless they are allowed.
  init(_ sources: [Database], path: String, allowsSeveralPlans: Bool) throws {
    self.sources = sources
    var joined: [RunRecord.ID: RunRecord] = [:]
    for source in sources {
      for run in try RunRecord.fetchAll(source) {
        joined[run.id] = joined[run.id].map { $0.joined(with: run) } ?? run
      }
    }
    runs = joined.values.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    let plans = Dictionary(grouping: runs, by: \.trialsDigest).values.sorted { $0[0].id < $1[0].id }
    guard plans.count < 2 || allowsSeveralPlans else {
      throw StoreError(
        code: .severalPlans,
        message:
          "runs \(plans[0][0].id) and \(plans[1][0].id) have different plans: merge the parts "
          + "of one plan, or say --several-plans to bring different plans together in one store")
    }
  }

  /// Replaces all rows of a store.
  func write(to db: Database) throws -> MergeSummary {
    for table in [
      "lease", "modelCall", "step", "evaluation", "runTrial", "trial", "state", "runNote", "run",
    ] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    for run in runs { try run.insert(db) }
    for source in sources {
      let states = try StateRecord.fetchCursor(source, sql: "SELECT * FROM state ORDER BY digest")
      while let state = try states.next() { try state.insert(db, onConflict: .ignore) }
    }
    var summary = MergeSummary()
    summary.runs = runs.count
    for id in try trialIDs() { try writeTrial(id, to: db, &summary) }
    for source in sources { try writeParts(of: source, to: db) }
    try writeNotes(to: db)
    return summary
  }

  /// Writes what is noted of the runs, each note once, in the order of their keeping.
  private func writeNotes(to db: Database) throws {
    var notes: Set<RunNote> = []
    for source in sources { notes.formUnion(try RunNote.fetchAll(source)) }
    for note in notes.sorted(by: { $0.order < $1.order }) { try note.insert(db) }
  }

  private func trialIDs() throws -> [String] {
    var ids: Set<String> = []
    for source in sources {
      ids.formUnion(try String.fetchSet(source, sql: "SELECT id FROM trial"))
    }
    return ids.sorted()
  }

  private func writeTrial(_ id: String, to db: Database, _ summary: inout MergeSummary) throws {
    var copies: [TrialCopy] = []
    for source in sources {
      guard let trial = try TrialRecord.fetchOne(source, key: id) else { continue }
      copies.append(try TrialCopy(of: trial, source))
    }
    let planners = Set(copies.map(\.trial.runID))
    guard let runID = runs.first(where: { planners.contains($0.id) })?.id,
      let joined = try TrialCopy.joined(copies, runID: runID)
    else { return }
    try joined.insert(db)
    summary.trials += 1
    summary.complete += joined.trial.state == .complete ? 1 : 0
    let sealed = Set(copies.filter { $0.trial.state == .complete }.map(\.trial.rowsDigest))
    if sealed.count > 1 { summary.differing.append(joined.trial) }
  }

  /// Writes which runs had which trials, and what they sealed.
  private func writeParts(of source: Database, to db: Database) throws {
    let rows = try Row.fetchCursor(
      source, sql: "SELECT runID, trialID, sealedRows FROM runTrial ORDER BY runID, trialID")
    while let row = try rows.next() {
      try db.execute(
        sql: """
          INSERT INTO runTrial (runID, trialID, sealedRows) VALUES (?, ?, ?)
          ON CONFLICT (runID, trialID) DO UPDATE
          SET sealedRows = max(coalesce(sealedRows, ''), coalesce(excluded.sealedRows, ''))
          WHERE excluded.sealedRows IS NOT NULL
          """,
        arguments: [row["runID"], row["trialID"], row["sealedRows"]])
    }
  }
}

extension RunRecord {
  /// The digest of what the plan asks for; what a run may spend in all does not tell plans apart.
  fileprivate var trialsDigest: ContentDigest {
    (try? JSONValue(parsing: plan))?["groups"].map { ContentDigest(of: $0) } ?? planDigest
  }

  /// The run as two stores have it: one that ended says more than one that goes on.
  fileprivate func joined(with other: RunRecord) -> RunRecord { order < other.order ? other : self }

  private var order: [String] {
    [
      finishedAt ?? "", seal?.hex ?? "", shard ?? "", versions, dataDigests, machine, commandLine,
      benchVersion, plan, createdAt,
    ]
  }
}

extension RunNote {
  fileprivate var order: [String] { [createdAt, runID, kind.rawValue, message] }
}

extension [String] {
  fileprivate static func < (one: [String], other: [String]) -> Bool {
    one.lexicographicallyPrecedes(other)
  }
}
