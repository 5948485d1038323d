// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

extension TrialStore {
  /// Lets trials be stopped, counts how often they were begun, seals their rows, and keeps with a
  /// run what it was made of.
  static func createSchema3(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE trial2 (
          id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 64),
          runID TEXT NOT NULL REFERENCES run (id),
          suite TEXT NOT NULL, task TEXT NOT NULL, dataLabel TEXT NOT NULL,
          dataDigest TEXT NOT NULL, optimizer TEXT NOT NULL, optimizerSettings TEXT NOT NULL,
          model TEXT NOT NULL, optimizerModel TEXT NOT NULL, protocolName TEXT NOT NULL,
          protocolSettings TEXT NOT NULL, seed INTEGER NOT NULL,
          state TEXT NOT NULL
            CHECK (state IN ('waiting', 'running', 'complete', 'failed', 'stopped')),
          stopReason TEXT, error TEXT,
          initialStateDigest TEXT REFERENCES state (digest),
          selectedStateDigest TEXT REFERENCES state (digest),
          finalStateDigest TEXT REFERENCES state (digest),
          stepCount INTEGER NOT NULL CHECK (stepCount >= 0),
          attempts INTEGER NOT NULL CHECK (attempts >= 0),
          rowsDigest TEXT CHECK (rowsDigest IS NULL OR state = 'complete'),
          UNIQUE (suite, task, dataDigest, optimizer, optimizerSettings, model, optimizerModel,
            protocolName, protocolSettings, seed)
        ) STRICT;
        INSERT INTO trial2
          SELECT id, runID, suite, task, dataLabel, dataDigest, optimizer, optimizerSettings, model,
            optimizerModel, protocolName, protocolSettings, seed, state, stopReason, error,
            initialStateDigest, selectedStateDigest, finalStateDigest, stepCount,
            state <> 'waiting', NULL
          FROM trial ORDER BY rowid;
        DROP TABLE trial;
        ALTER TABLE trial2 RENAME TO trial;
        ALTER TABLE runTrial ADD COLUMN sealedRows TEXT;
        ALTER TABLE run ADD COLUMN versions TEXT NOT NULL DEFAULT '{}';
        ALTER TABLE run ADD COLUMN dataDigests TEXT NOT NULL DEFAULT '{}';
        ALTER TABLE run ADD COLUMN shard TEXT;
        ALTER TABLE run ADD COLUMN seal TEXT;
        """)
  }
}
