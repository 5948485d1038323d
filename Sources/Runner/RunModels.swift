// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import LanguageModels

/// The models of a run, started and ready.
package struct RunModels: Sendable {
  /// The model that workflows ask.
  package let task: any LanguageModel
  /// The model that optimizers ask.
  package let optimizer: any LanguageModel
  /// Whether the models share this machine's processor with the run, so that one trial at a time
  /// is fastest.
  package let areLocal: Bool
  /// Ends what was started for the run.
  package let stop: @Sendable () async -> Void

  /// Creates the models of a run.
  package init(
    task: any LanguageModel, optimizer: any LanguageModel, areLocal: Bool,
    stop: @escaping @Sendable () async -> Void = {}
  ) {
    self.task = task
    self.optimizer = optimizer
    self.areLocal = areLocal
    self.stop = stop
  }

  /// For runs of which no trial asks a model.
  static var none: RunModels {
    let model = AbsentModel()
    return RunModels(task: model, optimizer: model, areLocal: false)
  }
}
