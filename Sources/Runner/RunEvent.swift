// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import LanguageModels
package import TrialRecords

/// Something that happened in a run, for whoever watches it.
package enum RunEvent: Sendable {
  /// The trials are known; some may be complete already.
  case planned(trials: Int, complete: Int)
  /// A step of the preparation began, such as starting the model.
  case preparing(String)
  /// Something happened to an engine that serves a model of the run on this machine.
  case engine(LocalEngineEvent)
  /// A trial began.
  case trialBegan(TrialSpecification)
  /// The task of a trial that begins has fewer examples than its protocol asks for.
  case shortOfExamples(TrialSpecification, ExampleShortage)
  /// An evaluation was scored.
  case evaluated(TrialSpecification, EvaluationRecord)
  /// An optimizer answered.
  case proposed(TrialSpecification, StepRecord)
  /// A model call was answered, by the model or from the store.
  case modelCalled(tokens: Int, source: ModelCallRecord.Source)
  /// A model call failed and will be sent again.
  case retrying(RetryEvent)
  /// A model call waits before it is sent; told again about each second.
  case waiting(WaitEvent)
  /// A trial is complete.
  case trialCompleted(TrialSpecification)
  /// A trial could not be completed; the sentence says why.
  case trialFailed(TrialSpecification, message: String)
  /// A trial is being run by another process and is left to it.
  case trialTaken(TrialSpecification)
}
