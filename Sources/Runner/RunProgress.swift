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
  /// Scored test examples.
  package private(set) var tested = 0
  /// Scored test examples that were right.
  package private(set) var correct = 0
  /// Evaluations of any split.
  package private(set) var evaluations = 0
  /// The evaluations of each trial that has had one and has not ended.
  private var openEvaluations: [TrialSpecification: Int] = [:]
  /// The evaluations of all trials that were completed in this run.
  private var completedEvaluations = 0
  /// How many trials were completed in this run after at least one evaluation.
  private var completedTrials = 0
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
      openEvaluations[trial, default: 0] += 1
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
    case .trialCompleted(let trial):
      ended += 1
      guard let count = openEvaluations.removeValue(forKey: trial) else { return }
      completedEvaluations += count
      completedTrials += 1
    case .trialFailed(let trial, _), .trialTaken(let trial):
      ended += 1
      openEvaluations[trial] = nil
    }
  }

  private mutating func count(_ row: EvaluationRecord) {
    evaluations += 1
    activity = "\(row.phase.rawValue) \(row.exampleID)"
    guard row.split == .test, row.outcome != .modelError else { return }
    tested += 1
    correct += row.outcome == .correct ? 1 : 0
  }

  /// Estimates how long the rest will take if evaluations go on as fast as so far, and trials have as
  /// many of them as those that were completed.
  ///
  /// - Parameter elapsed: Seconds since the first trial began.
  /// - Returns: Seconds, or nil before a trial was completed with an evaluation, and when the last
  ///   trials have had more of them than that.
  /// - Complexity: O(*n*) in the number of open trials.
  package func secondsLeft(after elapsed: Double) -> Double? {
    guard completedTrials > 0, trials > ended else { return nil }
    let mean = Double(completedEvaluations) / Double(completedTrials)
    let unbegun = Double(max(0, trials - ended - openEvaluations.count))
    let left = openEvaluations.values.reduce(mean * unbegun) { $0 + max(0, mean - Double($1)) }
    return left > 0 ? elapsed / Double(evaluations) * left : nil
  }
}
