// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation

/// How a local engine is started, the first time and again.
struct EngineLaunch: Sendable {
  /// A server that answers.
  struct Server: Sendable {
    let process: LineProcess
    let port: Int
    /// What serves: a program's path, or a package's name and version.
    let engine: String
  }

  let python: String
  let arguments: [String]
  let key: SecretKey
  let logPath: String
  let timeLimit: Duration

  /// Starts the server and waits until it answers; without a port it takes a free one.
  ///
  /// - Throws: ``LanguageModelError`` with `notReady` and what the log says last, or with
  ///   `cancelled` when the task was cancelled. No process is left behind then.
  func begin(port: Int?) async throws(LanguageModelError) -> Server {
    let process = try LineProcess(
      python,
      arguments: arguments + ["--port", String(port ?? 0)],
      environment: ProcessInfo.processInfo.environment,
      errorOutput: .file(logPath)
    )
    process.send(key.text + "\n")
    let limit = timeLimit
    let timer = Task {
      do {
        try await Task.sleep(for: limit)
      } catch {
        return false
      }
      process.kill()
      return true
    }
    let message = await withTaskCancellationHandler {
      await Self.firstMessage(of: process)
    } onCancel: {
      process.kill()
    }
    timer.cancel()
    if case .ready(let port, let engine) = message {
      return Server(process: process, port: port, engine: engine)
    }
    process.kill()
    if Task.isCancelled {
      throw LanguageModelError(.cancelled, "the start of the local engine was stopped")
    }
    let seconds = limit.components.seconds
    let isLate = await timer.value
    let reason =
      isLate ? "it did not answer within \(seconds) seconds" : message?.text ?? "it said nothing"
    throw LanguageModelError(
      .notReady,
      "the local engine did not start: \(reason)\(EngineLog(path: logPath).ending)"
    )
  }

  private static func firstMessage(of process: LineProcess) async -> EngineMessage? {
    for await event in process.events {
      switch event {
      case .line(let line):
        if let message = EngineMessage(line: line) { return message }
      case .ended(let status):
        return .ended("the program that starts it ended with status \(status)")
      }
    }
    return nil
  }
}
