// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Numbers observed on items in trials, which depend on each other in two ways: trials of a task
/// share its items, and the items of a trial share the state that the trial arrived at.
package struct ClusteredSample: Sendable {
  /// One number.
  package struct Observation: Sendable, Hashable {
    /// The task, from 0.
    package var task: Int
    /// The item, from 0 within its task.
    package var item: Int
    /// The trial, from 0 within its task.
    package var trial: Int
    /// The number.
    package var value: Double

    /// Creates an observation.
    package init(task: Int = 0, item: Int, trial: Int, value: Double) {
      self.task = task
      self.item = item
      self.trial = trial
      self.value = value
    }
  }

  /// The observations of each task that has any.
  let tasks: [[Observation]]

  /// Creates a sample.
  ///
  /// - Complexity: O(*n* log *n*) in the number of observations.
  package init(_ observations: [Observation]) {
    let groups = Dictionary(grouping: observations, by: \.task)
    tasks = groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The number of observations.
  package var count: Int { tasks.reduce(0) { $0 + $1.count } }

  /// The number of different items.
  ///
  /// - Complexity: O(*n*) in the number of observations.
  package var itemCount: Int { tasks.reduce(0) { $0 + Set($1.map(\.item)).count } }

  /// The number of different trials.
  ///
  /// - Complexity: O(*n*) in the number of observations.
  var trialCount: Int { tasks.reduce(0) { $0 + Set($1.map(\.trial)).count } }

  /// Whether some task has more than one trial.
  ///
  /// - Complexity: O(*n*) in the number of observations.
  package var hasRepeatedTrials: Bool { tasks.contains { Set($0.map(\.trial)).count > 1 } }

  /// The sum of all observations.
  ///
  /// - Complexity: O(*n*) in the number of observations.
  package var sum: Double { tasks.reduce(0) { $0 + $1.reduce(0) { $0 + $1.value } } }

  /// The mean of all observations, or nil when there are none.
  ///
  /// - Complexity: O(*n*) in the number of observations.
  package var mean: Double? { count == 0 ? nil : sum / Double(count) }
}
