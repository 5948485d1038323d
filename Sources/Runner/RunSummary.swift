// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// How the trials of a run ended.
package struct RunSummary: Sendable, Hashable {
  /// A trial that failed, and why.
  package struct Failure: Sendable, Hashable {
    /// The trial.
    package let trial: TrialSpecification
    /// One sentence.
    package let message: String
    /// The part of the sentence that other trials with the same failure share.
    package let cause: String
  }

  /// All trials of the plan.
  package let trials: Int
  /// Trials that were complete before the run.
  package let alreadyComplete: Int
  /// Trials that are not complete and were left as they are, because nobody asked to retry them.
  package let leftOut: Int
  /// Trials that the run completed.
  package private(set) var completed = 0
  /// Trials that failed, in the order of their failing.
  package private(set) var failures: [Failure] = []
  private var takenTrials: Set<TrialRecord.ID> = []
  /// Trials that were left to another process and that this one had completed by the end of the run.
  package private(set) var completedElsewhere = 0
  /// Trials that were not tried, or not to their end, because those before them failed or because
  /// the run's budget was spent.
  package internal(set) var untried = 0
  /// Why the run's budget let nothing more be done, in a part of a sentence; nil while it did.
  package internal(set) var budgetRefusal: String?

  init(trials: Int, alreadyComplete: Int, leftOut: Int) {
    self.trials = trials
    self.alreadyComplete = alreadyComplete
    self.leftOut = leftOut
  }

  /// Trials that another process is running.
  package var taken: Int { takenTrials.count }

  /// Trials that are complete, whoever completed them.
  package var complete: Int { alreadyComplete + completed + completedElsewhere }

  /// Whether every trial of the plan is complete.
  package var isComplete: Bool { complete == trials }

  mutating func count(_ ending: TrialRunner.Ending, of trial: PlannedTrial) {
    switch ending {
    case .completed: completed += 1
    case .failed(let message, let cause):
      failures.append(Failure(trial: trial.specification, message: message, cause: cause))
    case .taken: takenTrials.insert(trial.record.id)
    case .outOfBudget: untried += 1
    }
  }

  /// Counts what other processes have completed since trials were left to them.
  ///
  /// - Parameter states: The states of the trials in the store.
  mutating func update(with states: [TrialRecord.ID: TrialRecord.State]) {
    let complete = takenTrials.filter { states[$0] == .complete }
    takenTrials.subtract(complete)
    completedElsewhere += complete.count
  }
}
