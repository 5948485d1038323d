// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A model behind Anthropic's messages protocol.
package struct AnthropicModel: LanguageModel {
  /// Which model of which provider this is.
  package let identity: ModelIdentity
  private let exchange: RemoteExchange

  /// Creates a model; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - identity: The provider and the model's name there.
  ///   - baseURL: The URL before `/messages`, without a slash at the end.
  ///   - key: The key, or nil for a proxy that wants none.
  ///   - options: How calls are sent, limited and repeated.
  package init(
    identity: ModelIdentity, baseURL: String = "https://api.anthropic.com/v1", key: SecretKey?,
    options: RemoteOptions
  ) {
    self.identity = identity
    exchange = RemoteExchange(
      identity: identity,
      wire: AnthropicMessagesFormat(model: identity.model, baseURL: baseURL, key: key),
      secret: key, options: options)
  }

  /// Asks the service, several times if need be.
  ///
  /// - Throws: ``LanguageModelError`` when there is no answer, its code saying why.
  package func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    try await exchange.answer(request)
  }
}
