// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import LanguageModels

/// The models of a trial, each as `provider/model` or `URL#model`.
package struct ModelPair: Sendable, Hashable {
  /// The model that the workflow asks.
  package let task: String
  /// The model that the optimizer asks.
  package let optimizer: String

  /// Creates a pair of identities.
  package init(task: String, optimizer: String) {
    self.task = task
    self.optimizer = optimizer
  }

  /// The identity of a model by a word of a plan: a name of the catalogue of local models, with or
  /// without `local/`; a provider and its model; a server's address, a number sign and its model.
  ///
  /// - Throws: ``PlanError`` for an unknown provider, `LanguageModelError` when the catalogue has no
  ///   such model.
  package static func identity(named name: String) throws -> ModelIdentity {
    if let identity = ModelIdentity(name),
      identity.isAddress || RemoteProvider.named(identity.provider) != nil
    {
      return identity
    }
    guard !name.contains("/") || name.hasPrefix("local/") else {
      let providers = RemoteProvider.all.map(\.name).joined(separator: ", ")
      throw PlanError(
        "'\(name)' names no known provider (\(providers), local, scripted): name the server with "
          + "--base-url or as http://host:8000/v1#model, and a script on the command line")
    }
    return try ModelCatalog.embedded().model(named: name).identity
  }
}
