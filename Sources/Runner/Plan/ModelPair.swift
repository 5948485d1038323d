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
  /// - Throws: `LanguageModelError` when the word is neither of them.
  package static func identity(named name: String) throws -> ModelIdentity {
    if let identity = ModelIdentity(name),
      identity.isAddress || RemoteProvider.named(identity.provider) != nil
    {
      return identity
    }
    let bare = name.hasPrefix("local/") ? String(name.dropFirst("local/".count)) : name
    return try ModelCatalog.embedded().model(named: bare).identity
  }
}
