// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a provider said is left, which fills up again evenly.
struct ToldAllowance: Sendable {
  private let capacity: Double
  private let rate: Double
  private var level: Double
  private var time: Duration

  /// Takes over what a reply said.
  ///
  /// - Parameters:
  ///   - quota: What the reply said.
  ///   - earlier: What was known before; replies overtake each other, so the smaller rest counts.
  ///   - now: When the reply came.
  init?(_ quota: ToldLimits.Quota, after earlier: ToldAllowance?, at now: Duration) {
    guard let limit = quota.limit, limit > 0 else { return nil }
    capacity = Double(limit)
    let missing = Double(max(0, limit - quota.remaining))
    let seconds = quota.reset.map { $0 / .seconds(1) } ?? 0
    rate = missing > 0 && seconds > 0 ? missing / seconds : capacity / 60
    level = min(Double(quota.remaining), earlier?.available(at: now) ?? .infinity)
    time = now
  }

  /// How long it takes until the amount is there; an amount above the capacity waits for all of it.
  func delay(for amount: Int, at now: Duration) -> Duration {
    let excess = min(Double(amount), capacity) - available(at: now)
    return excess > 0 ? .seconds(excess / rate) : .zero
  }

  /// Notes that an amount is spent; a negative one gives back what an estimate had too much.
  mutating func spend(_ amount: Int, at now: Duration) {
    level = min(capacity, available(at: now) - Double(amount))
    time = now
  }

  private func available(at now: Duration) -> Double {
    min(capacity, level + rate * max(0, (now - time) / .seconds(1)))
  }
}
