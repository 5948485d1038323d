// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A model that a local engine serves.
package struct LocalModel: LanguageModel {
  /// The provider is `local`, the model's name that of the catalogue.
  package let identity: ModelIdentity
  private let engine: LocalEngine
  private let served: ChatCompletionsModel

  /// Creates a model; nothing is sent yet.
  package init(engine: LocalEngine, options: RemoteOptions) {
    identity = engine.model.identity
    self.engine = engine
    served = ChatCompletionsModel(
      identity: identity,
      endpoint: engine.endpoint,
      options: options
    )
  }

  /// Asks the engine; a call during whose time the engine died and came back is sent again.
  ///
  /// - Throws: ``LanguageModelError`` when there is no answer; `notReady` when the engine is gone.
  package func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    try refuseWhenGone(request, attempts: 0)
    do {
      return try await served.answer(request)
    } catch {
      try refuseWhenGone(request, attempts: error.attempts)
      throw error
    }
  }

  private func refuseWhenGone(
    _ request: ModelRequest,
    attempts: Int
  ) throws(LanguageModelError) {
    guard let failure = engine.failure else { return }
    throw LanguageModelError(
      failure.code,
      failure.message,
      callDigest: request.digest,
      attempts: attempts
    )
  }
}
