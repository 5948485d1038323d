// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Runs a search on a thread of its own that stands still whenever the search asks for a cost,
/// until the answer comes.
///
/// The library's minimisers call their objective, while an optimizer is called by the trainer; a
/// thread of its own lets both keep their shape. Search and owner take turns: at any moment one of
/// the two waits for the other, so that the order of events is that of the search alone. The thread
/// ends with the search, or soon after its owner is released.
final class SearchThread: Sendable {
  /// What a search does with its turn.
  enum Turn: Sendable {
    /// It asks for the cost at a point.
    case asks([Double])
    /// It has ended, for the reason given.
    case ends(String)
  }

  /// Gives what is known of a point; throws ``Abandoned`` when nobody waits for the search.
  typealias Ask = ([Double]) throws -> Observation

  /// A search that nobody waits for any more.
  struct Abandoned: Error {}

  private let turns = TurnKeeper()
  private let search: @Sendable (@escaping Ask) throws -> String

  /// Creates the thread of a search, which stands still until ``begin()``.
  ///
  /// - Parameter search: The search, given what answers its questions; returns why it ended.
  init(_ search: @escaping @Sendable (_ ask: @escaping Ask) throws -> String) {
    self.search = search
  }

  deinit { turns.abandon() }

  /// Lets the search run until its first question or its end; called once.
  func begin() async -> Turn {
    await withCheckedContinuation { continuation in
      turns.wait(continuation)
      makeThread().start()
    }
  }

  private func makeThread() -> Thread {
    let thread = Thread { [turns, search] in
      do {
        turns.end(try search { try turns.ask($0) })
      } catch is Abandoned {
        // Nobody is left to be told.
      } catch {
        turns.end(String(describing: error))
      }
    }
    thread.name = "numeric search"
    thread.stackSize = 1 << 20
    return thread
  }

  /// Answers the last question and lets the search run until the next one or its end.
  func turn(after answer: Observation) async -> Turn {
    await withCheckedContinuation { continuation in
      turns.wait(continuation)
      turns.answer(answer)
    }
  }
}

/// Where the two sides meet.
private final class TurnKeeper: Sendable {
  private struct State {
    var waiting: CheckedContinuation<SearchThread.Turn, Never>?
    var answer: Observation?
    var reason: String?
    var isAbandoned = false
  }

  private let state = Mutex(State())
  private let answered = DispatchSemaphore(value: 0)

  func wait(_ continuation: CheckedContinuation<SearchThread.Turn, Never>) {
    let reason = state.withLock { state in
      if state.reason == nil { state.waiting = continuation }
      return state.reason
    }
    // A copy of the optimizer may ask after the search has ended.
    if let reason { continuation.resume(returning: .ends(reason)) }
  }

  func answer(_ answer: Observation) {
    state.withLock { $0.answer = answer }
    answered.signal()
  }

  func abandon() {
    state.withLock { $0.isAbandoned = true }
    answered.signal()
  }

  /// Called by the search's thread: asks, and sleeps until the answer is there.
  func ask(_ point: [Double]) throws -> Observation {
    try state.withLock { if $0.isAbandoned { throw SearchThread.Abandoned() } }
    hand(.asks(point))
    answered.wait()
    return try state.withLock { state in
      guard !state.isAbandoned, let answer = state.answer else { throw SearchThread.Abandoned() }
      state.answer = nil
      return answer
    }
  }

  func end(_ reason: String) {
    state.withLock { $0.reason = reason }
    hand(.ends(reason))
  }

  private func hand(_ turn: SearchThread.Turn) {
    let continuation = state.withLock { state in
      defer { state.waiting = nil }
      return state.waiting
    }
    continuation?.resume(returning: turn)
  }
}
