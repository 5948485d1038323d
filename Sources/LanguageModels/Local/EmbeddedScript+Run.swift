// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

extension EmbeddedScript {
  /// How a program ended.
  struct Outcome: Sendable {
    let status: Int32
    /// What it said last, without its own name in front; nil when it said nothing.
    let lastWords: String?
  }

  /// Runs the program to its end; cancelling the task kills it.
  ///
  /// - Throws: ``LanguageModelError`` with `notReady` when it cannot be started and with `cancelled`
  ///   when the task was cancelled. A status that reports a failure is a normal result.
  func run(
    _ arguments: [String],
    cacheDirectory: String,
    onLine: @Sendable (String) -> Void = { _ in }
  ) async throws(LanguageModelError) -> Outcome {
    let script = try install(inCacheDirectory: cacheDirectory)
    var environment = ProcessInfo.processInfo.environment
    environment["OPTOBENCH_CACHE"] = cacheDirectory
    let process = try LineProcess(
      PythonInterpreter.locate(),
      arguments: ["-I", script] + arguments,
      environment: environment,
      errorOutput: .lines
    )
    let outcome = await withTaskCancellationHandler { () -> Outcome? in
      var last: String?
      for await event in process.events {
        switch event {
        case .line(let line):
          last = line
          onLine(line)
        case .ended(let status):
          return Outcome(status: status, lastWords: last.map(Self.withoutSpeaker))
        }
      }
      return nil
    } onCancel: {
      process.kill()
    }
    guard let outcome, !Task.isCancelled else {
      throw LanguageModelError(.cancelled, "the set-up was stopped")
    }
    return outcome
  }

  /// The programs start each line with what they set up and a colon.
  private static func withoutSpeaker(_ line: String) -> String {
    guard let colon = line.firstRange(of: ": "), line[..<colon.lowerBound].allSatisfy(\.isLetter)
    else { return line }
    return String(line[colon.upperBound...])
  }
}
