// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import LanguageModels
import Runner

/// Makes the models of a run ready: starts engines for those served here, checks that the server
/// of others is there.
struct ModelStarter: Sendable {
  /// The scripts among the models.
  let scripts: [AnswerScript]
  let keyVariable: String
  let limits: RateLimits
  let slots: Int
  let contextTokens: Int
  let onEvent: @Sendable (RunEvent) -> Void

  /// Starts everything that the run needs.
  ///
  /// - Parameter identities: The models that will be asked.
  /// - Returns: The models, ready to be asked.
  /// - Throws: one sentence when a model is not to be had; nothing is left running then.
  func start(_ identities: [String]) async throws -> RunModels {
    let client = HTTPClient()
    let events = onEvent
    let options = RemoteOptions(
      client: client, limits: limits, onRetry: { events(.retrying($0)) },
      onWait: { events(.waiting($0)) })
    let engines = StartedEngines()
    do {
      var models: [any LanguageModel] = []
      for text in identities {
        guard let identity = ModelIdentity(text) else {
          throw PlanError("'\(text)' names no model")
        }
        models.append(try await model(identity, options, engines))
      }
      return RunModels(models, areLocal: await !engines.isEmpty) {
        await engines.stop()
        client.shutDown()
      }
    } catch {
      await engines.stop()
      client.shutDown()
      throw error
    }
  }

  private func model(
    _ identity: ModelIdentity, _ options: RemoteOptions, _ engines: StartedEngines
  ) async throws -> any LanguageModel {
    if let script = scripts.first(where: { $0.identity == identity }) { return script.makeModel() }
    if identity.isAddress { return try await remote(identity, options) }
    if let provider = RemoteProvider.named(identity.provider) {
      return try provider.makeModel(identity, options: options)
    }
    let entry = try ModelCatalog.embedded().model(named: identity.model)
    let engine = try await startEngine(for: entry)
    await engines.add(engine)
    // What a provider allows in a minute does not bind a server of one's own.
    var unlimited = options
    unlimited.limits = RateLimits(concurrency: limits.concurrency)
    return LocalModel(engine: engine, options: unlimited)
  }

  private func remote(
    _ identity: ModelIdentity, _ options: RemoteOptions
  ) async throws -> any LanguageModel {
    let hasKey = !(ProcessInfo.processInfo.environment[keyVariable] ?? "").isEmpty
    let key = hasKey ? try SecretKey(environmentVariable: keyVariable) : nil
    let model = ChatCompletionsModel(
      identity: identity, endpoint: ChatCompletionsEndpoint(baseURL: identity.provider, key: key),
      options: options)
    onEvent(.preparing("looking for a server at \(identity.provider)"))
    try await model.checkReachable()
    return model
  }

  private func startEngine(for model: CatalogModel) async throws -> LocalEngine {
    let cache = try ModelCache.path()
    if try await !LocalSetup.missing(model: model, cacheDirectory: cache).isEmpty {
      onEvent(.preparing("setting up the local model \(model.name), once"))
      try await LocalSetup.run(model: model, cacheDirectory: cache) { [onEvent] line in
        onEvent(.preparing(line))
      }
    }
    onEvent(.preparing("starting \(model.name) on this machine"))
    return try await LocalEngine.start(
      model: model, cacheDirectory: cache, slots: slots,
      contextTokensPerSlot: min(contextTokens, model.contextTokens), threads: nil
    ) { [onEvent] event in
      onEvent(.engine(event))
    }
  }
}

/// The engines that a run started, so that all of them are stopped.
private actor StartedEngines {
  private var engines: [LocalEngine] = []

  var isEmpty: Bool { engines.isEmpty }

  func add(_ engine: LocalEngine) { engines.append(engine) }

  func stop() async {
    for engine in engines { await engine.stop() }
    engines = []
  }
}
