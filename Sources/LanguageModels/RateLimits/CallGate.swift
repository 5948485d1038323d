// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The gate before a provider: lets calls through in the order of their arrival, as fast as
/// ``CallPacer`` allows.
///
/// Only the first in the queue watches the time; the others wait for their turn. A cancelled call
/// leaves the queue at once.
final class CallGate: Sendable {
  private struct State {
    var pacer: CallPacer
    var waiting = 0
    /// Calls that have ended, so that an end between a decision and a wait is not missed.
    var ended = 0
    var watcher: CheckedContinuation<Void, Never>?

    /// Gives the one who waits for a call's end, once.
    mutating func takeWatcher() -> CheckedContinuation<Void, Never>? {
      defer { watcher = nil }
      return watcher
    }
  }

  /// The longest time that the first in the queue sleeps before it looks again, because what other
  /// calls give back may let it go earlier.
  private static let nap = Duration.seconds(1)

  private let identity: ModelIdentity
  private let state: Mutex<State>
  private let turn = CallLimit(1)
  private let now: @Sendable () -> Duration
  private let sleep: @Sendable (Duration) async throws -> Void
  private let onWait: @Sendable (WaitEvent) -> Void

  init(identity: ModelIdentity, options: RemoteOptions) {
    self.identity = identity
    now = options.now
    sleep = options.sleep
    onWait = options.onWait
    state = Mutex(
      State(
        pacer: CallPacer(
          limits: options.limits, longestAdvice: options.retryPolicy.longestServerDelay)))
  }

  /// Waits until a call may be sent that will cost so many tokens by estimate.
  ///
  /// - Returns: What ``leave(_:_:)`` needs when the call has ended.
  /// - Throws: `CancellationError` when the task is cancelled meanwhile.
  func enter(tokens: Int) async throws -> CallPacer.Permit {
    let time = now()
    let permit = state.withLock { state -> CallPacer.Permit? in
      if state.waiting == 0, case .go(let permit) = state.pacer.decide(tokens: tokens, at: time) {
        return permit
      }
      state.waiting += 1
      return nil
    }
    if let permit { return permit }
    defer { state.withLock { $0.waiting -= 1 } }
    return try await turn.run { await self.permit(tokens: tokens) }.get()
  }

  /// Notes that a call has ended.
  func leave(_ permit: CallPacer.Permit, _ ending: CallPacer.Ending) {
    let time = now()
    let watcher = state.withLock { state in
      state.pacer.finish(permit, ending, at: time)
      state.ended += 1
      return state.takeWatcher()
    }
    watcher?.resume()
  }

  private func permit(tokens: Int) async -> Result<CallPacer.Permit, any Error> {
    while true {
      let time = now()
      let (decision, ended) = state.withLock { state in
        (state.pacer.decide(tokens: tokens, at: time), state.ended)
      }
      do {
        switch decision {
        case .go(let permit): return .success(permit)
        case .wait(let delay, let reason):
          onWait(WaitEvent(identity: identity, reason: reason, delay: delay))
          try await sleep(min(delay, Self.nap))
        case .waitForEnd(let limit):
          onWait(WaitEvent(identity: identity, reason: .concurrency(limit), delay: nil))
          await waitForEnd(after: ended)
        }
        try Task.checkCancellation()
      } catch {
        return .failure(CancellationError())
      }
    }
  }

  /// Returns when a call has ended since `ended` were, or when the task is cancelled.
  private func waitForEnd(after ended: Int) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDue = state.withLock { state -> Bool in
          if state.ended != ended || Task.isCancelled { return true }
          state.watcher = continuation
          return false
        }
        if isDue { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.takeWatcher() }?.resume()
    }
  }
}
