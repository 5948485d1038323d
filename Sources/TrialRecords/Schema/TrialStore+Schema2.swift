// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

extension TrialStore {
  /// Adds what a provider's cache spared, whether tokens were counted or guessed, and notes.
  static func createSchema2(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE modelCall ADD COLUMN cachedPromptTokens INTEGER;
        ALTER TABLE modelCall ADD COLUMN isUsageEstimated INTEGER
          CHECK (isUsageEstimated IN (0, 1));
        CREATE TABLE runNote (
          id INTEGER PRIMARY KEY NOT NULL,
          runID TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
          createdAt TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('engine', 'budget')),
          message TEXT NOT NULL) STRICT;
        """
    )
  }
}
