// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// One request on its way from a caller to a worker and back.
///
/// The continuation is resumed exactly once: by the worker's answer, or by cancellation while the
/// request still waits. A running call that is cancelled is ended by its worker first.
final class PendingCall: Sendable {
  private struct State {
    var continuation: CheckedContinuation<WorkerAnswer, any Error>?
    var wakeDescriptor: Int32?
    var isCancelled = false
  }

  /// The request as the worker reads it.
  let request: [UInt8]
  private let state = Mutex(State())

  init(request: [UInt8]) { self.request = request }

  /// Whether the caller no longer wants the answer.
  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Keeps what the answer resumes.
  func wait(with continuation: CheckedContinuation<WorkerAnswer, any Error>) {
    let isCancelled = state.withLock { state in
      if !state.isCancelled { state.continuation = continuation }
      return state.isCancelled
    }
    if isCancelled { continuation.resume(throwing: CancellationError()) }
  }

  /// Marks the call as running.
  ///
  /// - Parameter wakeDescriptor: Where a byte is written when the caller cancels; valid until
  ///   ``finish(_:)``.
  /// - Returns: False when it was cancelled before and is not to run.
  func begin(wakeDescriptor: Int32) -> Bool {
    state.withLock { state in
      guard !state.isCancelled else { return false }
      state.wakeDescriptor = wakeDescriptor
      return true
    }
  }

  /// Ends a call that waits, or tells the worker that runs it.
  func cancel() {
    let continuation = state.withLock { state -> CheckedContinuation<WorkerAnswer, any Error>? in
      state.isCancelled = true
      if let descriptor = state.wakeDescriptor {
        var byte: UInt8 = 1
        // A full pipe has woken the worker already.
        _ = write(descriptor, &byte, 1)
        return nil
      }
      return state.continuation.take()
    }
    continuation?.resume(throwing: CancellationError())
  }

  /// Gives the caller its answer.
  func finish(_ result: Result<WorkerAnswer, any Error>) {
    let continuation = state.withLock { state in
      state.wakeDescriptor = nil
      return state.continuation.take()
    }
    continuation?.resume(with: result)
  }
}
