// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import TrialRecords

/// How far a run has come, computed from its events.
package struct RunProgress: Sendable {
  /// All trials of the plan.
  package private(set) var trials = 0
  /// Trials that ended in any way, those that were complete before the run included.
  package private(set) var ended = 0
  /// Trials that ended in this run.
  package private(set) var endedHere = 0
  /// Scored test examples.
  package private(set) var tested = 0
  /// Scored test examples that were right.
  package private(set) var correct = 0
  /// Evaluations of any split.
  package private(set) var evaluations = 0
  /// Model calls, those answered from the store included.
  package private(set) var calls = 0
  /// Model calls answered from the store.
  package private(set) var cachedCalls = 0
  /// Tokens of all calls.
  package private(set) var tokens = 0
  /// The trial that was last heard of.
  package private(set) var current: TrialSpecification?
  /// What is being done, in a few words.
  package private(set) var activity = ""

  /// Creates the progress of a run that has not begun.
  package init() {}

  /// Takes an event into account.
  package mutating func update(with event: RunEvent) {
    switch event {
    case .planned(let trials, let complete):
      self.trials = trials
      ended = complete
    case .preparing(let what):
      activity = what
    case .engine(let event):
      activity = event.description
    case .trialBegan(let trial):
      current = trial
      activity = "begins"
    case .shortOfExamples(let trial, _):
      current = trial
    case .evaluated(let trial, let row):
      current = trial
      count(row)
    case .proposed(let trial, let row):
      current = trial
      activity = "step \(row.index + 1) \(row.outcome.rawValue)"
    case .modelCalled(let tokens, let source):
      calls += 1
      cachedCalls += source == .cache ? 1 : 0
      self.tokens += tokens
    case .retrying(let retry):
      let seconds = max(1, Int((retry.delay / .seconds(1)).rounded()))
      activity = "waits \(seconds) s to ask again: \(retry.error.code)"
    case .waiting(let wait):
      let seconds = wait.delay.map { " \(max(1, Int(($0 / .seconds(1)).rounded(.up)))) s" } ?? ""
      activity = "waits\(seconds): \(wait.reason)"
    case .trialCompleted, .trialFailed, .trialTaken:
      ended += 1
      endedHere += 1
    }
  }

  private mutating func count(_ row: EvaluationRecord) {
    evaluations += 1
    activity = "\(row.phase.rawValue) \(row.exampleID)"
    guard row.split == .test, row.outcome != .modelError else { return }
    tested += 1
    correct += row.outcome == .correct ? 1 : 0
  }

  /// Estimates how long the rest will take if it goes on as so far.
  ///
  /// - Parameter elapsed: Seconds since the first trial began.
  /// - Returns: Seconds, or nil before a trial has ended.
  package func secondsLeft(after elapsed: Double) -> Double? {
    guard endedHere > 0, trials > ended else { return nil }
    return elapsed / Double(endedHere) * Double(trials - ended)
  }
}
