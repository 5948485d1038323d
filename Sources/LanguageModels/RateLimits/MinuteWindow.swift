// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What was spent in the last 60 seconds, so that no 60 seconds have more than a limit.
struct MinuteWindow: Sendable {
  private struct Entry {
    let time: Duration
    var amount: Int
  }

  private static let length = Duration.seconds(60)

  let limit: Int
  private var entries: [Entry] = []
  /// The number of the first entry, so that a number tells an entry's place.
  private var firstNumber = 0
  private var total = 0

  init(limit: Int) { self.limit = max(1, limit) }

  /// How long it takes until the amount fits; an amount above the limit fits into an empty window.
  ///
  /// - Complexity: O(*n*) in the entries of the last minute.
  mutating func delay(for amount: Int, at now: Duration) -> Duration {
    forget(before: now)
    var excess = total + min(amount, limit) - limit
    guard excess > 0 else { return .zero }
    for entry in entries {
      excess -= entry.amount
      if excess <= 0 { return entry.time + Self.length - now }
    }
    return Self.length
  }

  /// Notes that an amount is spent and gives the number by which it can be corrected.
  mutating func add(_ amount: Int, at now: Duration) -> Int {
    entries.append(Entry(time: now, amount: amount))
    total += amount
    return firstNumber + entries.count - 1
  }

  /// Replaces an estimated amount by the true one; one that is forgotten stays so.
  mutating func correct(_ number: Int, to amount: Int) {
    let index = number - firstNumber
    guard entries.indices.contains(index) else { return }
    total += amount - entries[index].amount
    entries[index].amount = amount
  }

  private mutating func forget(before now: Duration) {
    let old = entries.prefix { $0.time + Self.length <= now }
    guard !old.isEmpty else { return }
    total -= old.reduce(0) { $0 + $1.amount }
    firstNumber += old.count
    entries.removeFirst(old.count)
  }
}
