// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Synchronization

/// Lets Ctrl-C and a polite kill end a run in order: the first cancels it, the second ends the
/// process at once.
final class Interruption: Sendable {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let count = Atomic<Int>(0)

  /// Runs `body` as a task that the signals cancel.
  ///
  /// - Throws: what `body` throws; `CancellationError` after a signal.
  func cancelling<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await body() }
    let sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        guard self.count.wrappingAdd(1, ordering: .relaxed).newValue == 1 else { _exit(130) }
        task.cancel()
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in Self.signals { signal(number, SIG_DFL) }
    }
    do {
      return try await task.value
    } catch {
      // Whatever a cancelled task failed with, it was cancelled.
      throw task.isCancelled ? CancellationError() : error
    }
  }
}
