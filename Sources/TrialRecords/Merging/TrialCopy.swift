// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import GRDB

/// One store's copy of a trial with all of its rows, as merging compares and joins it.
///
/// Copies of a trial form a semilattice: the one that came further wins, by a total order of what
/// the copies hold, and the calls that were really made are united. So the result does not depend on
/// the order or the grouping of merges.
struct TrialCopy {
  let trial: TrialRecord
  let evaluations: [EvaluationRecord]
  let steps: [StepRecord]
  /// The calls that have a place in the trial.
  let placed: [ModelCallRecord]
  /// The calls that an interrupted attempt left behind.
  let leftBehind: [ModelCallRecord]

  /// Reads a copy.
  ///
  /// - Complexity: O(*n* log *n*) in the rows.
  init(of trial: TrialRecord, _ db: Database) throws {
    let rows = try TrialRows(of: trial, db)
    self.trial = trial
    evaluations = rows.evaluations
    steps = rows.steps
    placed = rows.calls
    leftBehind = try ModelCallRecord.fetchAll(
      db, sql: "SELECT * FROM modelCall WHERE trialID = ? AND sequence IS NULL",
      arguments: [trial.id.hex])
  }

  private init(_ winner: TrialCopy, trial: TrialRecord, leftBehind: [ModelCallRecord]) {
    self.trial = trial
    evaluations = winner.evaluations
    steps = winner.steps
    placed = winner.placed
    self.leftBehind = leftBehind
  }

  /// The copy that copies of one trial make together.
  ///
  /// - Parameters:
  ///   - copies: At least one copy.
  ///   - runID: The run that planned the trial first, of all copies.
  /// - Returns: The copy; nil for no copies.
  /// - Throws: what the encoding of a row throws.
  static func joined(_ copies: [TrialCopy], runID: String) throws -> TrialCopy? {
    var ranked: [(copy: TrialCopy, rank: Rank)] = []
    for copy in copies { ranked.append((copy, try Rank(copy))) }
    guard let winner = ranked.max(by: { $0.rank < $1.rank })?.copy else { return nil }
    let calls = try copies.map(CallCounts.init).reduce(into: CallCounts()) { $0.unite($1) }
    let rest = calls.subtracting(try CallCounts(liveCallsOf: winner.placed))
    let trial = TrialRecord(
      winner.trial, inRun: runID, attempts: copies.map(\.trial.attempts).max() ?? 0)
    return TrialCopy(winner, trial: trial, leftBehind: rest.calls(of: trial.id))
  }

  /// Writes the copy; the trial is not there yet.
  func insert(_ db: Database) throws {
    try trial.insert(db)
    for row in evaluations { try row.insert(db) }
    for row in steps { try row.insert(db) }
    for var row in placed + leftBehind {
      row.id = nil
      try row.insert(db)
    }
  }

  /// Where a copy stands in the order that decides which one wins.
  struct Rank: Comparable {
    private let progress: [Int]
    private let content: String

    init(_ copy: TrialCopy) throws {
      let state =
        switch copy.trial.state {
        case .waiting: 0
        case .running: 1
        case .stopped: 2
        case .failed: 3
        case .complete: 4
        }
      progress = [state, copy.evaluations.count + copy.steps.count]
      var text = ""
      let ending = TrialRecord(copy.trial, inRun: "", attempts: 0)
      text += try RowText.of(ending)
      for row in copy.evaluations { text += try RowText.of(row) }
      for row in copy.steps { text += try RowText.of(row) }
      for row in copy.placed { text += try RowText.of(row.withoutNumber) }
      content = ContentDigest(of: text).hex
    }

    static func < (one: Rank, other: Rank) -> Bool {
      one.progress == other.progress
        ? one.content < other.content
        : one.progress.lexicographicallyPrecedes(other.progress)
    }
  }
}

/// Rows as text, for comparing them.
private enum RowText {
  static func of(_ row: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(row), as: UTF8.self)
  }
}

/// Calls that were really made, each with how often it is there.
private struct CallCounts {
  private var calls: [String: (call: ModelCallRecord, count: Int)] = [:]

  init() {}

  init(_ copy: TrialCopy) throws { try self.init(liveCallsOf: copy.placed + copy.leftBehind) }

  init(liveCallsOf rows: [ModelCallRecord]) throws {
    for row in rows where row.source == .live {
      var call = row.withoutNumber
      call.sequence = nil
      calls[try RowText.of(call), default: (call, 0)].count += 1
    }
  }

  /// Keeps the larger count of each call.
  mutating func unite(_ other: CallCounts) {
    calls.merge(other.calls) { one, two in one.count < two.count ? two : one }
  }

  func subtracting(_ other: CallCounts) -> CallCounts {
    var result = self
    for (key, entry) in other.calls { result.calls[key]?.count -= entry.count }
    return result
  }

  /// The calls in a fixed order, without a place.
  func calls(of id: TrialRecord.ID) -> [ModelCallRecord] {
    calls.sorted { $0.key < $1.key }.flatMap { entry in
      Array(repeating: entry.value.call, count: max(0, entry.value.count))
    }
  }
}

extension ModelCallRecord {
  /// The call without the number that its store gave it.
  fileprivate var withoutNumber: ModelCallRecord {
    var call = self
    call.id = nil
    return call
  }
}
