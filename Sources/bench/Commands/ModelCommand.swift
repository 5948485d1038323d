// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import HTTPTransport
import LanguageModels

/// Sets up, lists, serves and times models that this machine serves.
struct ModelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Sets up, lists, serves and times the models that this machine can serve.",
    subcommands: [SetUp.self, List.self, Serve.self, Timing.self])

  /// Installs the engine and fetches a model.
  struct SetUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "setup",
      abstract: "Installs the local engine and fetches a model, as far as they are missing.",
      discussion: "What was fetched is checked against its SHA-256 and kept in the cache folder.")

    @Argument(help: "A name of 'bench model list'. Default: the default model.")
    var name: String?

    func run() async throws {
      let catalog = try ModelCatalog.embedded()
      let model = try name.map { try catalog.model(named: $0) } ?? catalog.defaultModel
      let cache = try ModelCache.path()
      do {
        try await Interruption().cancelling {
          try await LocalSetup.run(model: model, cacheDirectory: cache) { line in
            FileHandle.standardError.write(Data("bench: \(line)\n".utf8))
          }
        }
      } catch is CancellationError {
        let notice = "bench: stopped; the same command goes on where the download was\n"
        FileHandle.standardError.write(Data(notice.utf8))
        throw ExitCode(130)
      }
      print("\(model.name) is ready in \(cache)")
    }
  }

  /// Measures how fast a model reads and writes here.
  struct Timing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "bench",
      abstract: "Measures how many tokens a second a model reads and writes on this machine.",
      discussion: "Two calls are made, one at a time; keep the machine quiet meanwhile.")

    @Argument(help: "A name of 'bench model list' that is set up. Default: the default model.")
    var name: String?

    func run() async throws {
      let catalog = try ModelCatalog.embedded()
      let model = try name.map { try catalog.model(named: $0) } ?? catalog.defaultModel
      let cache = try ModelCache.path()
      let speed = try await Interruption().cancelling {
        let engine = try await LocalEngine.start(model: model, cacheDirectory: cache)
        let client = HTTPClient()
        let served = LocalModel(engine: engine, options: RemoteOptions(client: client))
        let outcome: Result<ModelSpeed, any Error>
        do {
          outcome = .success(try await ModelSpeed.measure(served))
        } catch {
          outcome = .failure(error)
        }
        await engine.stop()
        client.shutDown()
        return try outcome.get()
      }
      print(
        """
        \(model.name) reads \(Self.rounded(speed.promptTokensPerSecond)) and writes \
        \(Self.rounded(speed.completionTokensPerSecond)) tokens a second here
        """)
    }

    private static func rounded(_ rate: Double) -> String { String((rate * 10).rounded() / 10) }
  }

  /// Prints the catalogue.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Prints the models and whether they are set up.")

    func run() async throws { try await ListCommand.listModels() }
  }
}
