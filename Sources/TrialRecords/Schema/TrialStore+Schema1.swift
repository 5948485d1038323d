// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import GRDB

extension TrialStore {
  /// Creates the tables of the first released schema.
  static func createSchema1(_ db: Database) throws {
    try createRunsAndTrials1(db)
    try createProgress1(db)
    try createModelCalls1(db)
  }

  private static func createRunsAndTrials1(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE run (
          id TEXT PRIMARY KEY NOT NULL, createdAt TEXT NOT NULL, commandLine TEXT NOT NULL,
          plan TEXT NOT NULL, planDigest TEXT NOT NULL, benchVersion TEXT NOT NULL,
          machine TEXT NOT NULL, finishedAt TEXT) STRICT;
        CREATE TABLE state (
          digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
          "values" TEXT NOT NULL) STRICT;
        CREATE TABLE trial (
          id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 64),
          runID TEXT NOT NULL REFERENCES run (id),
          suite TEXT NOT NULL,
          task TEXT NOT NULL,
          dataLabel TEXT NOT NULL,
          dataDigest TEXT NOT NULL,
          optimizer TEXT NOT NULL,
          optimizerSettings TEXT NOT NULL,
          model TEXT NOT NULL,
          optimizerModel TEXT NOT NULL,
          protocolName TEXT NOT NULL,
          protocolSettings TEXT NOT NULL,
          seed INTEGER NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'complete', 'failed')),
          stopReason TEXT,
          error TEXT,
          initialStateDigest TEXT REFERENCES state (digest),
          selectedStateDigest TEXT REFERENCES state (digest),
          finalStateDigest TEXT REFERENCES state (digest),
          stepCount INTEGER NOT NULL CHECK (stepCount >= 0),
          UNIQUE (suite, task, dataDigest, optimizer, optimizerSettings, model, optimizerModel,
            protocolName, protocolSettings, seed)
        ) STRICT;
        CREATE TABLE runTrial (
          runID TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
          trialID TEXT NOT NULL REFERENCES trial (id) ON DELETE CASCADE,
          PRIMARY KEY (runID, trialID)) STRICT, WITHOUT ROWID;
        CREATE TABLE lease (
          trialID TEXT PRIMARY KEY NOT NULL REFERENCES trial (id) ON DELETE CASCADE,
          owner TEXT NOT NULL, until REAL NOT NULL) STRICT;
        """
    )
  }

  private static func createProgress1(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE evaluation (
          trialID TEXT NOT NULL REFERENCES trial (id) ON DELETE CASCADE,
          sequence INTEGER NOT NULL CHECK (sequence >= 0),
          step INTEGER NOT NULL CHECK (step >= 0),
          split TEXT NOT NULL CHECK (split IN ('train', 'validation', 'test')),
          phase TEXT NOT NULL
            CHECK (phase IN ('initial', 'training', 'checkpoint', 'selected', 'final')),
          exampleID TEXT NOT NULL,
          stateDigest TEXT NOT NULL REFERENCES state (digest),
          outcome TEXT NOT NULL CHECK (
            outcome IN ('correct', 'incorrect', 'invalidAnswer', 'exception', 'modelError')),
          score REAL,
          answer TEXT NOT NULL,
          feedback TEXT NOT NULL,
          error TEXT,
          PRIMARY KEY (trialID, sequence),
          CHECK ((score IS NULL) = (outcome = 'modelError'))
        ) STRICT;
        CREATE TABLE step (
          trialID TEXT NOT NULL REFERENCES trial (id) ON DELETE CASCADE,
          "index" INTEGER NOT NULL CHECK ("index" >= 0),
          outcome TEXT NOT NULL CHECK (outcome IN (
            'updated', 'noChange', 'terminated', 'invalidAnswer', 'rejected', 'modelError')),
          beforeDigest TEXT NOT NULL REFERENCES state (digest),
          afterDigest TEXT NOT NULL REFERENCES state (digest),
          proposal TEXT NOT NULL,
          rejections TEXT NOT NULL,
          answerPath TEXT NOT NULL,
          PRIMARY KEY (trialID, "index"),
          CHECK (outcome = 'updated' OR beforeDigest = afterDigest)
        ) STRICT;
        """
    )
  }

  private static func createModelCalls1(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE modelCall (
          id INTEGER PRIMARY KEY NOT NULL,
          trialID TEXT NOT NULL REFERENCES trial (id) ON DELETE CASCADE,
          role TEXT NOT NULL CHECK (role IN ('task', 'optimizer')),
          sequence INTEGER CHECK (sequence >= 0), requestDigest TEXT NOT NULL,
          sampleIndex INTEGER NOT NULL CHECK (sampleIndex >= 0), model TEXT NOT NULL,
          request TEXT NOT NULL, answer TEXT, finishReason TEXT, promptTokens INTEGER,
          completionTokens INTEGER, latencySeconds REAL,
          attempts INTEGER NOT NULL CHECK (attempts >= 0),
          source TEXT NOT NULL CHECK (source IN ('live', 'cache')), error TEXT,
          UNIQUE (trialID, role, sequence), CHECK ((answer IS NULL) = (error IS NOT NULL))) STRICT;
        CREATE INDEX modelCallByRequest ON modelCall (requestDigest, sampleIndex);
        """
    )
  }
}
