// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import LanguageModels
import OPTO
import Runner
import Training
import TrialRecords

/// An event of a run as a name and named values, for logs and programs.
struct EventFields {
  /// The kind of the event, in lower case with underscores.
  let name: String
  /// Its values in a fixed order.
  let members: [JSONValue.Member]
  /// Whether the event says something about the run that a reader of a log has to see.
  let isNotable: Bool

  init(_ event: RunEvent) {
    switch event {
    case .planned(let trials, let complete):
      self.init("planned", [("trials", .integer(trials)), ("complete", .integer(complete))])
    case .preparing(let what):
      self.init("preparing", [("what", .string(what))])
    case .trialBegan(let trial):
      self.init("trial_began", Self.members(of: trial))
    case .shortOfExamples(let trial, let shortage):
      self.init(
        "short_of_examples",
        Self.members(of: trial) + [
          ("split", .string(shortage.split.rawValue)), ("examples", .integer(shortage.count)),
          ("asked", .integer(shortage.asked)),
        ])
    case .evaluated(let trial, let row):
      self.init("evaluated", Self.members(of: trial) + Self.members(of: row), isNotable: false)
    case .proposed(let trial, let row):
      self.init(
        "proposed",
        Self.members(of: trial) + [
          ("step", .integer(row.index)), ("outcome", .string(row.outcome.rawValue)),
          ("state", .string(row.afterDigest.hex)),
        ], isNotable: false)
    case .modelCalled(let tokens, let source):
      self.init(
        "model_called", [("tokens", .integer(tokens)), ("source", .string(source.rawValue))],
        isNotable: false)
    case .retrying(let retry):
      self.init(
        "retrying",
        [
          ("model", .string(retry.identity.description)), ("attempt", .integer(retry.attempt)),
          ("seconds", .real(retry.delay / .seconds(1))), ("error", .string("\(retry.error)")),
        ])
    case .waiting(let wait):
      self.init(
        "waiting",
        [
          ("model", .string(wait.identity.description)),
          ("seconds", wait.delay.map { .real($0 / .seconds(1)) } ?? .null),
          ("reason", .string(wait.reason.description)),
        ], isNotable: false)
    case .engine(let event):
      self.init("engine", [("what", .string(event.description))])
    case .trialCompleted(let trial):
      self.init("trial_completed", Self.members(of: trial))
    case .trialFailed(let trial, let message):
      self.init("trial_failed", Self.members(of: trial) + [("error", .string(message))])
    case .trialTaken(let trial):
      self.init("trial_taken", Self.members(of: trial))
    }
  }

  private init(_ name: String, _ members: [(String, JSONValue)], isNotable: Bool = true) {
    self.name = name
    self.members = members.map { JSONValue.Member($0.0, $0.1) }
    self.isNotable = isNotable
  }

  private static func members(of trial: TrialSpecification) -> [(String, JSONValue)] {
    [
      ("suite", .string(trial.task.suite)), ("task", .string(trial.task.name)),
      ("optimizer", .string(trial.optimizer)), ("seed", .string(String(trial.seed.rawValue))),
      ("protocol", .string(trial.schedule.name)), ("model", .string(trial.models.task)),
      ("optimizer_model", .string(trial.models.optimizer)),
    ]
  }

  private static func members(of row: EvaluationRecord) -> [(String, JSONValue)] {
    [
      ("sequence", .integer(row.sequence)), ("split", .string(row.split.rawValue)),
      ("phase", .string(row.phase.rawValue)), ("example", .string(row.exampleID)),
      ("outcome", .string(row.outcome.rawValue)),
      // JSON has no infinite numbers.
      ("score", row.score.map { $0.isFinite ? .real($0) : .string("\($0)") } ?? .null),
    ]
  }
}
