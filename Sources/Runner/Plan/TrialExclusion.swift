// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import OPTO
import Training

/// Trials that a plan leaves out: those that have one of the words given for every key.
package struct TrialExclusion: Sendable, Hashable {
  /// What of a trial an exclusion may name.
  package enum Key: String, Sendable, Hashable, CaseIterable {
    /// The task's name within its suite.
    case task
    /// The optimizer's name.
    case optimizer
    /// The task's model.
    case model
    /// The optimizer's model.
    case optimizerModel = "optimizer-model"
    /// The protocol's name.
    case protocolName = "protocol"
    /// The seed.
    case seed

    /// The word of a trial for this key.
    func word(of trial: TrialSpecification) -> String {
      switch self {
      case .task: trial.task.name
      case .optimizer: trial.optimizer
      case .model: trial.models.task
      case .optimizerModel: trial.models.optimizer
      case .protocolName: trial.schedule.name
      case .seed: String(trial.seed.rawValue)
      }
    }
  }

  /// Words by key; a trial is left out when each key has its word.
  package let words: [Key: [String]]
  /// Where the exclusion was read, for errors.
  let place: String

  /// Creates an exclusion that was read at a place such as `plan.yaml line 7`.
  package init(_ words: [Key: [String]], place: String) {
    self.words = words
    self.place = place
  }

  /// Whether the trial is left out.
  package func matches(_ trial: TrialSpecification) -> Bool {
    words.allSatisfy { key, words in words.contains(key.word(of: trial)) }
  }

  /// Refuses words that none of the trials has: leaving nothing out is a slip of the pen.
  ///
  /// - Throws: ``PlanError`` with the nearest word that there is.
  func check(against trials: [TrialSpecification]) throws(PlanError) {
    for key in Key.allCases {
      guard let words = words[key] else { continue }
      let known = Set(trials.map(key.word)).sorted()
      for word in words where !known.contains(word) {
        throw .unknown(key.rawValue, word, option: "\(place): \(key.rawValue)", known: known)
      }
    }
  }

  /// Keys in a fixed order with their words.
  var jsonValue: JSONValue {
    .object(
      Key.allCases.compactMap { key in
        words[key].map { .init(key.rawValue, .array($0.map { .string($0) })) }
      })
  }
}
