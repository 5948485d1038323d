// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A clock that stands still but for those who sleep: each sleep moves it on by its length.
final class ManualClock: Sendable {
  private let time = Mutex(Duration.zero)

  var now: Duration { time.withLock(\.self) }

  func advance(by duration: Duration) { time.withLock { $0 += duration } }

  func sleep(_ duration: Duration) async throws {
    try Task.checkCancellation()
    advance(by: duration)
    // Lets others run, as a real sleep does.
    await Task.yield()
  }
}
