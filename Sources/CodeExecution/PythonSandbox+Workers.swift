// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

extension PythonSandbox {
  /// Starts the workers' threads; the first worker process is started to see whether it works.
  ///
  /// - Throws: ``SandboxError`` when it does not.
  static func startWorkers(
    command: LaunchCommand,
    configuration: Configuration
  ) async throws -> CallQueue {
    guard let settings = WorkerSettings(limits: configuration.limits, command: command)
    else {
      throw SandboxError(.workerFailed, "there is no system call filter for this processor")
    }
    let count = max(1, configuration.workers)
    let queue = CallQueue(workers: count)
    let makeWorker: @Sendable () throws -> Worker = {
      try Worker(queue: queue, command: command, settings: settings, configuration: configuration)
    }
    try await withCheckedThrowingContinuation { continuation in
      startThread {
        do {
          let worker = try makeWorker()
          try worker.start()
          continuation.resume()
          worker.run()
        } catch {
          // Only what comes before the loop throws.
          continuation.resume(throwing: error)
        }
        queue.workerDidEnd()
      }
    }
    for _ in 1..<count {
      startThread {
        // Where no more files can be opened there are fewer workers; the first one exists.
        try? makeWorker().run()
        queue.workerDidEnd()
      }
    }
    return queue
  }

  private static func startThread(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.name = "python-sandbox"
    thread.stackSize = 1 << 20
    thread.start()
  }
}
