// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import Synchronization

/// A llama.cpp server on this machine that serves one model while this process lives.
///
/// The server listens on a loopback port with a key that no other process can guess or see in a
/// process list. It ends with ``stop()``, and also when this process ends in any other way. When it
/// dies by itself it is started once more at the same address, so that calls under way are sent
/// again by their retry policy; a second death is final.
package final class LocalEngine: Sendable {
  private enum Phase: Sendable {
    case serving(LineProcess)
    case restarting
    case gone(LanguageModelError)
  }

  private struct State: Sendable {
    var phase: Phase
    var isStopping = false
    var watcher: Task<Void, Never>?

    /// Notes that the server died; false when that was asked for.
    mutating func beginRestart() -> Bool {
      guard !isStopping else { return false }
      phase = .restarting
      return true
    }

    /// Takes over a new server; false when the engine is to stop, and then the server is ended.
    mutating func serve(_ process: LineProcess) -> Bool {
      guard !isStopping else {
        process.kill()
        return false
      }
      phase = .serving(process)
      return true
    }
  }

  /// The model that is served.
  package let model: CatalogModel
  /// How many requests are answered at once; more wait in the server.
  package let slots: Int
  /// How many tokens of request and answer one call may have.
  package let contextTokensPerSlot: Int
  /// What serves: a program's path, or a package's name and version.
  package let engineName: String
  /// Where the server answers.
  package let endpoint: ChatCompletionsEndpoint

  private let launch: EngineLaunch
  private let port: Int
  private let onEvent: @Sendable (LocalEngineEvent) -> Void
  private let state: Mutex<State>

  private init(
    settings: EngineSettings,
    launch: EngineLaunch,
    server: EngineLaunch.Server,
    onEvent: @escaping @Sendable (LocalEngineEvent) -> Void
  ) {
    model = settings.model
    slots = settings.slots
    contextTokensPerSlot = settings.contextTokensPerSlot
    engineName = server.engine
    endpoint = ChatCompletionsEndpoint(
      baseURL: "http://127.0.0.1:\(server.port)/v1",
      key: launch.key
    )
    self.launch = launch
    port = server.port
    self.onEvent = onEvent
    state = Mutex(State(phase: .serving(server.process)))
  }

  /// Starts a server and waits until it answers.
  ///
  /// The model's file must have the catalogue's length and digest; the digest is computed once and
  /// remembered while the file is not touched.
  ///
  /// - Parameters:
  ///   - model: The model to serve.
  ///   - cacheDirectory: The folder under which the engine and the models are kept.
  ///   - slots: How many requests are answered at once, at least one.
  ///   - contextTokensPerSlot: How many tokens of request and answer one call may have.
  ///   - threads: How many threads compute; nil takes one for each processor that this process may
  ///     use.
  ///   - port: The loopback port; nil takes a free one.
  ///   - key: The key that requests must carry; nil makes one that nobody can guess.
  ///   - timeLimit: How long the server may take until it answers.
  ///   - onEvent: Is told when the server dies and what became of it.
  /// - Returns: The running engine; call ``stop()`` when it is not needed any more.
  /// - Throws: ``LanguageModelError`` with `notReady` and a sentence that says what is missing, with
  ///   `invalidRequest` when the model cannot have so much context, or with `cancelled` when the
  ///   task was cancelled. No process is left behind then.
  package static func start(
    model: CatalogModel,
    cacheDirectory: String,
    slots: Int = 1,
    contextTokensPerSlot: Int = 4096,
    threads: Int? = nil,
    port: Int? = nil,
    key: SecretKey? = nil,
    timeLimit: Duration = .seconds(180),
    onEvent: @escaping @Sendable (LocalEngineEvent) -> Void = { _ in }
  ) async throws(LanguageModelError) -> LocalEngine {
    let settings = EngineSettings(
      model: model,
      cacheDirectory: cacheDirectory,
      slots: slots,
      contextTokensPerSlot: contextTokensPerSlot,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      timeLimit: timeLimit
    )
    let launch = try await settings.prepareLaunch(key: key)
    let server = try await launch.begin(port: port)
    let engine = LocalEngine(settings: settings, launch: launch, server: server, onEvent: onEvent)
    let watcher = Task { await engine.watch(server.process) }
    engine.state.withLock { $0.watcher = watcher }
    return engine
  }

  /// The file in which the server tells about itself; it is removed by a stop that was asked for.
  package var logPath: String { launch.logPath }

  /// Why the engine is gone for good, or nil while it serves or is started again.
  package var failure: LanguageModelError? {
    state.withLock { state in
      guard case .gone(let error) = state.phase else { return nil }
      return error
    }
  }

  /// Ends the server and waits until it is gone; calls under way fail.
  package func stop() async {
    let (watcher, process) = state.withLock { state in
      state.isStopping = true
      switch state.phase {
      case .serving(let process):
        process.closeInput()
        return (state.watcher, process as LineProcess?)
      case .restarting:
        state.watcher?.cancel()
        return (state.watcher, nil)
      case .gone:
        return (state.watcher, nil)
      }
    }
    let killer = Task {
      try await Task.sleep(for: .seconds(5))
      process?.kill()
    }
    await watcher?.value
    killer.cancel()
    if failure == nil { try? FileManager.default.removeItem(atPath: launch.logPath) }
  }

  /// Follows the server to its end, and the one that is started in its place.
  private func watch(_ first: LineProcess) async {
    let reason = await Self.end(of: first)
    guard state.withLock({ $0.beginRestart() }) else { return }
    onEvent(.died(reason: reason))
    do {
      let server = try await launch.begin(port: port)
      guard state.withLock({ $0.serve(server.process) }) else { return }
      onEvent(.restarted)
      let reason = await Self.end(of: server.process)
      giveUp(
        LanguageModelError(
          .notReady,
          "the local engine died twice: \(reason)\(EngineLog(path: launch.logPath).ending)"
        )
      )
    } catch {
      giveUp(error)
    }
  }

  private func giveUp(_ error: LanguageModelError) {
    let isStopping = state.withLock { state in
      if !state.isStopping { state.phase = .gone(error) }
      return state.isStopping
    }
    if !isStopping { onEvent(.gaveUp(reason: error.message)) }
  }

  /// Waits until a server is gone and gives the reason.
  private static func end(of process: LineProcess) async -> String {
    var reason = "the program around it was killed"
    for await event in process.events {
      if case .line(let line) = event, case .ended(let text) = EngineMessage(line: line) {
        reason = text
      }
    }
    return reason
  }
}
