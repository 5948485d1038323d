// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Training
import TrialRecords

// Records do not know what can run a trial, so the words of both sides meet here. Every switch is
// exhaustive: a new case on one side does not compile until it has a row on the other.

extension EvaluationRecord.Split {
  /// The stored word for a split.
  init(_ split: DatasetSplit) {
    switch split {
    case .train: self = .train
    case .validation: self = .validation
    case .test: self = .test
    }
  }
}

extension EvaluationRecord.Phase {
  /// The stored word for the reason of an evaluation.
  init(_ phase: EvaluationEvent.Phase) {
    switch phase {
    case .training: self = .training
    case .checkpoint: self = .checkpoint
    case .initial: self = .initial
    case .selected: self = .selected
    }
  }
}

extension EvaluationRecord.Outcome {
  /// The stored word for how an evaluation ended.
  init(_ outcome: Assessment.Outcome) {
    switch outcome {
    case .correct: self = .correct
    case .incorrect: self = .incorrect
    case .invalidAnswer: self = .invalidAnswer
    case .exception: self = .exception
    }
  }
}

extension StepRecord.Outcome {
  /// The stored word for how a step ended.
  init(_ outcome: Proposal.Outcome) {
    switch outcome {
    case .updated: self = .updated
    case .noChange: self = .noChange
    case .terminated: self = .terminated
    case .invalidAnswer: self = .invalidAnswer
    case .rejected: self = .rejected
    }
  }
}

extension StateRecord {
  /// The row of a state.
  init(_ values: ParameterValues) {
    self.init(digest: values.digest, values: values.jsonValue.text)
  }
}

extension TrialEnding {
  /// The stored form of how a trial ended.
  init(_ outcome: TrialOutcome) {
    self.init(
      stopReason: outcome.stopReason.rawValue, initial: StateRecord(outcome.initial),
      selected: StateRecord(outcome.selected), final: StateRecord(outcome.final),
      stepCount: outcome.usage.steps)
  }
}
