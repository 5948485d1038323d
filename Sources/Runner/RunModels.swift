// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import LanguageModels

/// The models of a run, started and ready.
package struct RunModels: Sendable {
  private let models: [String: any LanguageModel]
  /// Whether the models share this machine's processor with the run, so that one trial at a time
  /// is fastest.
  package let areLocal: Bool
  /// Ends what was started for the run.
  package let stop: @Sendable () async -> Void

  /// Creates the models of a run.
  package init(
    _ models: [any LanguageModel], areLocal: Bool, stop: @escaping @Sendable () async -> Void = {}
  ) {
    self.models = Dictionary(
      models.map { ($0.identity.description, $0) }, uniquingKeysWith: { first, _ in first })
    self.areLocal = areLocal
    self.stop = stop
  }

  /// The model of an identity; one that fails every call where the run has none.
  package func model(named identity: String) -> any LanguageModel {
    models[identity] ?? AbsentModel()
  }

  /// For runs of which no trial asks a model.
  static var none: RunModels { RunModels([], areLocal: false) }
}
