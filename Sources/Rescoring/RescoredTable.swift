// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering
package import Reporting
import TrialRecords

/// Success rates of stored answers under each rule, by task and in a suite's own summaries.
package struct RescoredTable: Sendable {
  /// What all trials of some rows have in common.
  package struct Key: Sendable, Hashable, Comparable {
    /// Suite, data, protocol with settings, models, optimizer with settings, in this order.
    let parts: [String]

    init(_ trial: TrialRecord) {
      parts = [
        trial.suite, trial.dataLabel, trial.protocolName, trial.protocolSettings, trial.model,
        trial.optimizerModel, trial.optimizer, trial.optimizerSettings,
      ]
    }

    /// The suite.
    package var suite: String { parts[0] }
    /// Where the data came from.
    package var dataLabel: String { parts[1] }
    /// The protocol.
    package var protocolName: String { parts[2] }
    /// The task model.
    package var model: String { parts[4] }
    /// The optimizer.
    package var optimizer: String { parts[6] }

    package static func < (left: Key, right: Key) -> Bool {
      left.parts.lexicographicallyPrecedes(right.parts)
    }
  }

  /// Which state was tested.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// The state that trials started from.
    case initial
    /// The state that validation chose.
    case selected
  }

  /// One rate.
  package struct Row: Sendable {
    /// What the trials have in common.
    package let key: Key
    /// A task, or a summary such as `all` or `23 tasks`.
    package let place: String
    /// Which state was tested.
    package let state: State
    /// The rule.
    package let rule: String
    /// Answers that the rule accepts.
    package let correct: Int
    /// All answers.
    package let count: Int
    /// Accepted divided by all, or a mean of such rates for a summary over tasks.
    package let rate: Double
    /// The interval of the rate.
    package let interval: ConfidenceInterval
  }

  /// The rates: by key, tasks before summaries, then by state and rule.
  package let rows: [Row]
  /// Why trials are missing, one sentence each.
  package let notes: [String]

  init(_ trials: [RescoredTrial], notes: [String]) {
    let groups = Dictionary(grouping: trials) { Key($0.trial) }
    rows = groups.sorted { $0.key < $1.key }.flatMap { Self.rows(of: $0.value, key: $0.key) }
    self.notes = notes
  }

  private static func rows(of trials: [RescoredTrial], key: Key) -> [Row] {
    let tasks = Dictionary(grouping: trials, by: \.trial.task).sorted { $0.key < $1.key }
      .map(\.value)
    var rows: [Row] = []
    for task in tasks {
      rows += eachRule(of: task) { state, rule in
        RateEstimate(sample([task], state, rule)).map {
          row(key, task[0].trial.task, state, task[0].ruleNames[rule], $0)
        }
      }
    }
    let families = Set(trials.flatMap(\.groups.families)).sorted()
    guard !families.isEmpty else { return rows }
    for family in [nil] + families.map(Optional.some) {
      let members = tasks.filter { task in
        family.map { task[0].groups.families.contains($0) } ?? true
      }
      rows += eachRule(of: trials) { state, rule in
        RateEstimate(sample(members, state, rule)).map {
          row(key, family ?? "all", state, trials[0].ruleNames[rule], $0)
        }
      }
    }
    return rows
      + eachRule(of: trials) { state, rule in
        macroRow(of: tasks, key, state, rule)
      }
  }

  /// The benchmark's own mean: over its tasks, each the mean of its files.
  private static func macroRow(
    of tasks: [[RescoredTrial]], _ key: Key, _ state: State, _ rule: Int
  ) -> Row? {
    let byTask = Dictionary(grouping: tasks) { $0[0].groups.benchmarkTask }
      .sorted { $0.key < $1.key }
    let rates = byTask.map { files in
      files.value.compactMap { RateEstimate(sample([$0], state, rule)) }
    }.filter { !$0.isEmpty }
    guard let mean = MacroMean(groups: rates) else { return nil }
    let all = rates.flatMap(\.self)
    return Row(
      key: key, place: "mean of \(rates.count) tasks", state: state,
      rule: tasks[0][0].ruleNames[rule], correct: all.reduce(0) { $0 + $1.successes },
      count: all.reduce(0) { $0 + $1.count }, rate: mean.rate, interval: mean.interval)
  }

  private static func eachRule(
    of trials: [RescoredTrial], _ make: (State, Int) -> Row?
  ) -> [Row] {
    State.allCases.flatMap { state in trials[0].ruleNames.indices.compactMap { make(state, $0) } }
  }

  private static func row(
    _ key: Key, _ place: String, _ state: State, _ rule: String,
    _ estimate: RateEstimate
  ) -> Row {
    Row(
      key: key, place: place, state: state, rule: rule,
      correct: estimate.successes, count: estimate.count, rate: estimate.rate,
      interval: estimate.interval)
  }

  private static func sample(
    _ tasks: [[RescoredTrial]], _ state: State, _ rule: Int
  ) -> ClusteredSample {
    var observations: [ClusteredSample.Observation] = []
    for (index, task) in tasks.enumerated() {
      var places: [String: Int] = [:]
      for trial in task {
        let verdicts = state == .initial ? trial.initial[rule] : trial.selected[rule]
        for verdict in verdicts {
          let item = places[verdict.item, default: places.count]
          places[verdict.item] = item
          observations.append(
            ClusteredSample.Observation(
              task: index, item: item, trial: trial.trial.seed,
              value: verdict.isCorrect ? 1 : 0))
        }
      }
    }
    return ClusteredSample(observations)
  }
}
