// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import LanguageModels

extension ModelCommand {
  /// Serves a model until the user ends it.
  struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve",
      abstract: "Serves a model on this machine until Ctrl-C, for this and other programs.",
      discussion: """
        The server speaks the OpenAI chat-completions protocol on a loopback address. When it dies \
        it is started once more.
        """)

    @Argument(help: "A name of 'bench model list' that is set up. Default: the default model.")
    var name: String?

    @Option(help: "The port; 0 takes a free one.")
    var port: Int = 8080

    @Option(help: "Calls that are answered at once; more wait.")
    var jobs: Int = 4

    @Option(help: "Tokens of request and answer that one call may have.")
    var contextTokens: Int = 4096

    @Option(
      help: """
        The environment variable with the key that calls must carry; unset or empty makes a key \
        and prints it.
        """)
    var keyVariable: String = "OPENAI_API_KEY"

    mutating func validate() throws {
      guard (0...65535).contains(port) else {
        throw ValidationError("--port takes a number from 0 to 65535, not \(port).")
      }
      guard (1...64).contains(jobs) else {
        throw ValidationError("--jobs takes a number from 1 to 64, not \(jobs).")
      }
    }

    func run() async throws {
      let catalog = try ModelCatalog.embedded()
      let model = try name.map { try catalog.model(named: $0) } ?? catalog.defaultModel
      let cache = try ModelCache.path()
      let given = ProcessInfo.processInfo.environment[keyVariable] ?? ""
      let key = given.isEmpty ? nil : try SecretKey(environmentVariable: keyVariable)
      do {
        try await Interruption().cancelling {
          let engine = try await LocalEngine.start(
            model: model, cacheDirectory: cache, slots: jobs, contextTokensPerSlot: contextTokens,
            port: port == 0 ? nil : port, key: key
          ) { event in
            FileHandle.standardError.write(Data("bench: \(event)\n".utf8))
          }
          announce(engine)
          while engine.failure == nil, !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
          }
          let failure = engine.failure
          await engine.stop()
          if let failure { throw failure }
        }
      } catch is CancellationError {
        FileHandle.standardError.write(Data("bench: the server was ended\n".utf8))
      }
    }

    private func announce(_ engine: LocalEngine) {
      let url = engine.endpoint.baseURL
      let given = ProcessInfo.processInfo.environment[keyVariable] ?? ""
      var lines = [
        "\(engine.model.name) answers at \(url) until Ctrl-C, \(jobs) calls at once with "
          + "\(contextTokens) tokens each"
      ]
      if given.isEmpty, let key = engine.endpoint.key {
        lines.append("export \(keyVariable)=\(key.text)")
      }
      let variable = keyVariable == "OPENAI_API_KEY" ? "" : " --key-variable \(keyVariable)"
      lines.append("bench --base-url \(url) --model \(engine.model.name)\(variable)")
      // Written at once, also into a pipe, because the command does not end soon.
      FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
  }
}
