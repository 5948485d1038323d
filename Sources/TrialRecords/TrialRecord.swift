// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

/// One (task, optimizer setting, model, seed): its identity, its life and its outcome.
///
/// The first group of properties is the identity, fixed for good; the second is its life, rewritten
/// as the trial goes on.
package struct TrialRecord: Sendable, Hashable, Identifiable {
  /// The life of a trial.
  package enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Planned and not begun.
    case waiting
    /// Begun and not ended; after a kill, a trial to begin anew from its stored model calls.
    case running
    /// Ended with a selected state that was scored on the test split.
    case complete
    /// Ended with an error.
    case failed
    /// Ended in order before its end, to be begun anew from its stored model calls.
    case stopped
  }

  /// The digest of the identity: suite, task, data, optimizer, models, protocol and budget, seed.
  package let id: ContentDigest
  /// The run that planned the trial first; other runs may have it too.
  package let runID: RunRecord.ID
  /// The suite's identifier.
  package let suite: String
  /// The task's identifier within its suite.
  package let task: String
  /// Where the data came from, as tables show it: `generated` or the publisher's name for it.
  package let dataLabel: String
  /// The digest of the examples of all splits.
  package let dataDigest: ContentDigest
  /// The optimizer's identifier.
  package let optimizer: String
  /// The optimizer's settings as JSON text, canonical so that equal settings are equal texts.
  package let optimizerSettings: String
  /// The task's model, as provider and name.
  package let model: String
  /// The optimizer's model, as provider and name.
  package let optimizerModel: String
  /// The protocol's name.
  package let protocolName: String
  /// The protocol's settings, the budget and whatever else the identity covers, as JSON text,
  /// canonical so that equal settings are equal texts.
  package let protocolSettings: String
  /// The seed from which all of the trial's random streams come.
  package let seed: Int

  /// Where the trial is in its life.
  package var state: State
  /// Why a complete trial stopped, such as a spent budget.
  package var stopReason: String?
  /// Why a failed trial failed, in one sentence.
  package var error: String?
  /// The state the trial started from.
  package var initialStateDigest: ContentDigest?
  /// The state that validation chose.
  package var selectedStateDigest: ContentDigest?
  /// The state after the last step.
  package var finalStateDigest: ContentDigest?
  /// Optimizer steps taken so far.
  package var stepCount: Int
  /// How often the trial was begun.
  package var attempts: Int
  /// The digest of the rows of a complete trial, by which a later change of them is noticed; nil
  /// for trials that an older version completed.
  package var rowsDigest: ContentDigest?

  /// Creates a waiting trial.
  ///
  /// The parameter list is the identity itself, in the order in which it is hashed.
  package init(
    id: ContentDigest, runID: RunRecord.ID, suite: String, task: String, dataLabel: String,
    dataDigest: ContentDigest, optimizer: String, optimizerSettings: String = "{}", model: String,
    optimizerModel: String, protocolName: String, protocolSettings: String = "{}", seed: Int
  ) {
    self.id = id
    self.runID = runID
    self.suite = suite
    self.task = task
    self.dataLabel = dataLabel
    self.dataDigest = dataDigest
    self.optimizer = optimizer
    self.optimizerSettings = optimizerSettings
    self.model = model
    self.optimizerModel = optimizerModel
    self.protocolName = protocolName
    self.protocolSettings = protocolSettings
    self.seed = seed
    state = .waiting
    stepCount = 0
    attempts = 0
  }
}

extension TrialRecord {
  /// The same trial as planned by another run and begun a number of times.
  init(_ trial: TrialRecord, inRun runID: RunRecord.ID, attempts: Int) {
    self.init(
      id: trial.id, runID: runID, suite: trial.suite, task: trial.task, dataLabel: trial.dataLabel,
      dataDigest: trial.dataDigest, optimizer: trial.optimizer,
      optimizerSettings: trial.optimizerSettings, model: trial.model,
      optimizerModel: trial.optimizerModel, protocolName: trial.protocolName,
      protocolSettings: trial.protocolSettings, seed: trial.seed)
    state = trial.state
    stopReason = trial.stopReason
    error = trial.error
    initialStateDigest = trial.initialStateDigest
    selectedStateDigest = trial.selectedStateDigest
    finalStateDigest = trial.finalStateDigest
    stepCount = trial.stepCount
    self.attempts = attempts
    rowsDigest = trial.rowsDigest
  }
}

extension TrialRecord: Codable, FetchableRecord, PersistableRecord {
  /// The table of trials.
  static let databaseTableName = "trial"
}
