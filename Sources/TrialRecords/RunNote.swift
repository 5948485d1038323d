// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Something that happened in a run beside its trials and that readers of its results should know.
package struct RunNote: Sendable, Hashable {
  /// What a note is about.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The local engine died, came back or was given up.
    case engine
    /// The run's budget was spent.
    case budget
    /// The run could not go on, so that trials that had not ended were left.
    case failure
  }

  /// The run.
  package var runID: RunRecord.ID
  /// When it happened, in ISO 8601 text.
  package var createdAt: String
  /// What it is about.
  package var kind: Kind
  /// One sentence.
  package var message: String

  /// Creates a note.
  package init(runID: RunRecord.ID, createdAt: String, kind: Kind, message: String) {
    self.runID = runID
    self.createdAt = createdAt
    self.kind = kind
    self.message = message
  }
}

extension RunNote: Codable, FetchableRecord, PersistableRecord {
  /// The table of notes.
  static let databaseTableName = "runNote"
}
