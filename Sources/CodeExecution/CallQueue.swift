// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// The calls that wait for a worker, first come first served, and the end of the workers.
final class CallQueue: Sendable {
  private struct State {
    var waiting: [PendingCall] = []
    var running: [ObjectIdentifier: PendingCall] = [:]
    var isClosed = false
    var liveWorkers: Int
    var closers: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>
  private let available = DispatchSemaphore(value: 0)

  init(workers: Int) { state = Mutex(State(liveWorkers: workers)) }

  /// Adds a call; false when the queue is closed, and then nothing happens.
  func add(_ call: PendingCall) -> Bool {
    let isAdded = state.withLock { state in
      guard !state.isClosed else { return false }
      state.waiting.append(call)
      return true
    }
    if isAdded { available.signal() }
    return isAdded
  }

  /// Blocks its thread until there is a call; nil when the queue is closed.
  func next() -> PendingCall? {
    available.wait()
    return state.withLock { state in
      guard !state.isClosed, !state.waiting.isEmpty else { return nil }
      let call = state.waiting.removeFirst()
      state.running[ObjectIdentifier(call)] = call
      return call
    }
  }

  /// Forgets a call that a worker has answered.
  func didAnswer(_ call: PendingCall) {
    state.withLock { _ = $0.running.removeValue(forKey: ObjectIdentifier(call)) }
  }

  /// Refuses further calls, cancels all others and lets the workers end.
  func close() {
    let (calls, workers) = state.withLock { state -> ([PendingCall], Int) in
      defer {
        state.waiting = []
        state.isClosed = true
      }
      return (state.waiting + Array(state.running.values), state.isClosed ? 0 : state.liveWorkers)
    }
    for call in calls { call.cancel() }
    for _ in 0..<workers { available.signal() }
  }

  /// Says that one worker has ended.
  func workerDidEnd() {
    let closers = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.liveWorkers -= 1
      guard state.liveWorkers == 0 else { return [] }
      defer { state.closers = [] }
      return state.closers
    }
    for closer in closers { closer.resume() }
  }

  /// Waits until all workers have ended, after the queue was closed.
  func allWorkersEnded() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if state.liveWorkers > 0 { state.closers.append(continuation) }
        return state.liveWorkers == 0
      }
      if isOver { continuation.resume() }
    }
  }
}
