// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

extension TrialStore {
  /// Lets notes say why a run could not go on.
  static func createSchema4(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE runNote2 (
          id INTEGER PRIMARY KEY NOT NULL,
          runID TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
          createdAt TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('engine', 'budget', 'failure')),
          message TEXT NOT NULL) STRICT;
        INSERT INTO runNote2 SELECT id, runID, createdAt, kind, message FROM runNote;
        DROP TABLE runNote;
        ALTER TABLE runNote2 RENAME TO runNote;
        """)
  }
}
