// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport

/// A model behind a server that speaks the chat-completions protocol.
///
/// Failures that may pass are repeated with growing waits. A server that refuses a JSON schema is
/// asked for a JSON object, then for text, and is not asked for more again.
package struct ChatCompletionsModel: LanguageModel {
  /// Which model of which provider this is.
  package let identity: ModelIdentity
  private let endpoint: ChatCompletionsEndpoint
  private let options: RemoteOptions
  private let exchange: RemoteExchange

  /// Creates a model; nothing is sent yet.
  package init(
    identity: ModelIdentity,
    endpoint: ChatCompletionsEndpoint,
    options: RemoteOptions
  ) {
    self.identity = identity
    self.endpoint = endpoint
    self.options = options
    exchange = RemoteExchange(
      identity: identity,
      wire: ChatCompletionsFormat(model: identity.model, endpoint: endpoint),
      secret: endpoint.key,
      options: options
    )
  }

  /// Asks the server, several times if need be.
  ///
  /// - Throws: ``LanguageModelError`` when there is no answer, its code saying why.
  package func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    try await exchange.answer(request)
  }

  /// Makes sure, before a run, that there is a server that takes the key.
  ///
  /// The list of models is asked for, once and without repetition. Any status but one that refuses
  /// the key counts as a server, because not all servers have such a list.
  ///
  /// - Throws: ``LanguageModelError`` with `transport` or `timedOut` when no server answers, with
  ///   `unauthorized` when it does not take the key.
  package func checkReachable() async throws(LanguageModelError) {
    let response: HTTPResponse
    do {
      response = try await options.client.send(
        HTTPRequest(
          url: endpoint.modelsURL,
          headers: endpoint.headers,
          connectTimeout: options.connectTimeout,
          timeout: min(options.timeout, .seconds(30)),
          maximumResponseBytes: options.maximumResponseBytes
        )
      )
    } catch {
      let failure = LanguageModelError(transport: error)
      throw LanguageModelError(failure.code, "\(failure.message): is the base URL right?")
    }
    guard response.status == 401 || response.status == 403 else { return }
    throw LanguageModelError(response: response, identity: identity, secret: endpoint.key)
  }
}
