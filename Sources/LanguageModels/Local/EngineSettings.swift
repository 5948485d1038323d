// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a local engine serves, and with how much of this machine.
struct EngineSettings: Sendable {
  let model: CatalogModel
  let cacheDirectory: String
  let slots: Int
  let contextTokensPerSlot: Int
  let threads: Int
  let timeLimit: Duration
}

extension EngineSettings {
  /// Checks what is needed and writes the program that starts the server.
  ///
  /// - Throws: ``LanguageModelError`` as `LocalEngine.start` does.
  func prepareLaunch(key: SecretKey?) async throws(LanguageModelError) -> EngineLaunch {
    precondition(slots > 0, "An engine has at least one slot.")
    guard (256...model.contextTokens).contains(contextTokensPerSlot) else {
      throw LanguageModelError(
        .invalidRequest,
        "\(model.name) can have a context of 256 to \(model.contextTokens) tokens, not "
          + "\(contextTokensPerSlot)"
      )
    }
    let python = try PythonInterpreter.locate()
    try await verifyModel()
    let script = try EmbeddedScript.serveModel.install(inCacheDirectory: cacheDirectory)
    let logPath = try makeLogPath()
    let arguments = [
      "-I", script,
      "--model", model.path(inCacheDirectory: cacheDirectory),
      "--cache", cacheDirectory,
      "--log", logPath,
      "--slots", String(slots),
      "--context", String(slots * contextTokensPerSlot),
      "--threads", String(threads),
    ]
    return EngineLaunch(
      python: python,
      arguments: arguments,
      key: key ?? Self.makeKey(),
      logPath: logPath,
      timeLimit: timeLimit
    )
  }

  private func verifyModel() async throws(LanguageModelError) {
    guard !ModelFile(model: model, cacheDirectory: cacheDirectory).isVerified else { return }
    let outcome = try await EmbeddedScript.fetchModel.run(
      ["--check", model.name],
      cacheDirectory: cacheDirectory
    )
    guard outcome.status == 0 else {
      let reason = outcome.lastWords ?? "the model \(model.name) cannot be verified"
      throw LanguageModelError(.notReady, "\(reason); bench model setup fetches what is missing")
    }
  }

  /// Creates a log for this engine alone, so that those beside each other do not mix theirs.
  private func makeLogPath() throws(LanguageModelError) -> String {
    let folder = "\(cacheDirectory)/logs"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let process = ProcessInfo.processInfo.processIdentifier
    for number in 1... {
      let path = "\(folder)/\(model.name)-\(process)-\(number).log"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { break }
      close(descriptor)
      return path
    }
    let reason = String(cString: strerror(errno))
    throw LanguageModelError(.notReady, "the log folder \(folder) cannot be written: \(reason)")
  }

  /// A key from the system's source of randomness: it must not be guessed, and reaches no result.
  private static func makeKey() -> SecretKey {
    var source = SystemRandomNumberGenerator()
    let words = (0..<4).map { _ in UInt64.random(in: .min ... .max, using: &source) }
    return SecretKey(words.map { String($0, radix: 36) }.joined())
  }
}
