// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import GRDB

/// Everything of a complete trial that must be the same whenever and wherever it is run: its ending,
/// evaluations, steps and model calls, without times and without where answers came from.
struct TrialRows {
  let trial: TrialRecord
  let evaluations: [EvaluationRecord]
  let steps: [StepRecord]
  let calls: [ModelCallRecord]

  /// Reads the rows of a trial.
  ///
  /// - Complexity: O(*n* log *n*) in the rows.
  init(of trial: TrialRecord, _ db: Database) throws {
    self.trial = trial
    let id = trial.id.hex
    evaluations = try EvaluationRecord.fetchAll(
      db, sql: "SELECT * FROM evaluation WHERE trialID = ? ORDER BY sequence", arguments: [id])
    steps = try StepRecord.fetchAll(
      db, sql: "SELECT * FROM step WHERE trialID = ? ORDER BY \"index\"", arguments: [id])
    calls = try ModelCallRecord.fetchAll(
      db,
      sql: """
        SELECT * FROM modelCall WHERE trialID = ? AND sequence IS NOT NULL ORDER BY role, sequence
        """,
      arguments: [id])
  }

  /// The digest of all rows.
  var digest: ContentDigest {
    ContentDigest(
      of: [
        "stop_reason": .optional(trial.stopReason), "steps": .integer(trial.stepCount),
        "states": .array(
          [trial.initialStateDigest, trial.selectedStateDigest, trial.finalStateDigest].map {
            .optional($0?.hex)
          }),
        "evaluations": .array(evaluations.map(Self.value)),
        "proposals": .array(steps.map(Self.value)), "calls": .array(calls.map(Self.value)),
      ])
  }

  private static func value(_ row: EvaluationRecord) -> JSONValue {
    [
      .integer(row.sequence), .integer(row.step), .string(row.split.rawValue),
      .string(row.phase.rawValue), .string(row.exampleID), .string(row.stateDigest.hex),
      .string(row.outcome.rawValue), row.score.map { .real($0) } ?? .null, .string(row.answer),
      .string(row.feedback), .optional(row.error),
    ]
  }

  private static func value(_ row: StepRecord) -> JSONValue {
    [
      .integer(row.index), .string(row.outcome.rawValue), .string(row.beforeDigest.hex),
      .string(row.afterDigest.hex), .string(row.proposal), .string(row.rejections),
      .string(row.answerPath),
    ]
  }

  private static func value(_ row: ModelCallRecord) -> JSONValue {
    [
      .string(row.role.rawValue), .integer(row.sequence ?? -1), .string(row.requestDigest.hex),
      .integer(row.sampleIndex), .string(row.model), .optional(row.answer),
      .optional(row.finishReason), row.promptTokens.map { .integer($0) } ?? .null,
      row.completionTokens.map { .integer($0) } ?? .null,
    ]
  }
}

extension JSONValue {
  /// A text or nothing.
  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
