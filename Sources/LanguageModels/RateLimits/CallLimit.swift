// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Lets a bounded number of model calls run at once, in the order of their arrival.
package final class CallLimit: Sendable {
  private typealias Waiter = (number: Int, continuation: CheckedContinuation<Void, any Error>)

  private struct State {
    var free: Int
    var nextNumber = 0
    var waiting: [Waiter] = []
    /// Waiters whose task was cancelled before they began to wait.
    var cancelled: Set<Int> = []
  }

  private let state: Mutex<State>

  /// Creates a limit of `count` calls, at least one.
  package init(_ count: Int) { state = Mutex(State(free: max(1, count))) }

  /// Runs `body` as soon as fewer calls than the limit are under way.
  ///
  /// - Throws: `CancellationError` when the task was cancelled while it waited.
  package func run<Value: Sendable>(
    _ body: @Sendable () async -> Value
  ) async throws -> Value {
    try await enter()
    let value = await body()
    leave()
    return value
  }

  private func enter() async throws {
    let number = state.withLock { state -> Int in
      state.nextNumber += 1
      return state.nextNumber
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let outcome = state.withLock { state -> Result<Void, any Error>? in
          if state.cancelled.remove(number) != nil { return .failure(CancellationError()) }
          guard state.free == 0 else {
            state.free -= 1
            return .success(())
          }
          state.waiting.append((number, continuation))
          return nil
        }
        if let outcome { continuation.resume(with: outcome) }
      }
    } onCancel: {
      let waiter = state.withLock { state -> Waiter? in
        guard let index = state.waiting.firstIndex(where: { $0.number == number }) else {
          state.cancelled.insert(number)
          return nil
        }
        return state.waiting.remove(at: index)
      }
      waiter?.continuation.resume(throwing: CancellationError())
    }
    state.withLock { _ = $0.cancelled.remove(number) }
  }

  private func leave() {
    let next = state.withLock { state -> Waiter? in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.continuation.resume()
  }
}
