// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Decides when a call may be sent; a value without clock, tasks or network.
///
/// Four things hold a call back: the user's limits of a minute, the limits that the provider tells
/// in its replies, a time for which the provider asked to be left alone, and the number of calls
/// under way. The provider's advice is followed up to a longest wait; beyond that the call is sent
/// and the provider's answer counts.
struct CallPacer: Sendable {
  /// A call that was let through.
  struct Permit: Sendable {
    fileprivate let number: Int
    fileprivate let tokens: Int
    fileprivate let requestEntry: Int?
    fileprivate let tokenEntry: Int?
  }

  /// What a call has to do.
  enum Decision: Sendable {
    /// Go.
    case go(Permit)
    /// Wait and ask again.
    case wait(Duration, WaitEvent.Reason)
    /// Wait until another call has ended, and ask again.
    case waitForEnd(limit: Int)
  }

  /// What became of a call, as far as it matters for the next ones.
  struct Ending: Sendable {
    var signal = ConcurrencyWindow.Signal.unclear
    /// The tokens that it cost; nil when it gave no answer.
    var tokens: Int?
    var told = ToldLimits.none
    /// How long the provider asks to be left alone.
    var serverDelay: Duration?
  }

  private let longestAdvice: Duration
  private var requests: MinuteWindow?
  private var tokens: MinuteWindow?
  private var toldRequests: ToldAllowance?
  private var toldTokens: ToldAllowance?
  private var concurrency: ConcurrencyWindow
  private var quietUntil = Duration.zero

  init(limits: RateLimits, longestAdvice: Duration) {
    self.longestAdvice = longestAdvice
    requests = limits.requestsPerMinute.map { MinuteWindow(limit: $0) }
    tokens = limits.tokensPerMinute.map { MinuteWindow(limit: $0) }
    concurrency = ConcurrencyWindow(maximum: limits.concurrency)
  }

  /// Decides about a call that will cost so many tokens by estimate.
  mutating func decide(tokens cost: Int, at now: Duration) -> Decision {
    if let (delay, reason) = delay(for: cost, at: now) { return .wait(delay, reason) }
    guard concurrency.hasRoom else { return .waitForEnd(limit: concurrency.limit) }
    toldRequests?.spend(1, at: now)
    toldTokens?.spend(cost, at: now)
    return .go(
      Permit(
        number: concurrency.begin(), tokens: cost, requestEntry: requests?.add(1, at: now),
        tokenEntry: tokens?.add(cost, at: now)))
  }

  /// Notes how a call ended and what its reply said.
  mutating func finish(_ permit: Permit, _ ending: Ending, at now: Duration) {
    concurrency.end(permit.number, ending.signal)
    if let used = ending.tokens {
      if let entry = permit.tokenEntry { tokens?.correct(entry, to: used) }
      toldTokens?.spend(used - permit.tokens, at: now)
    }
    learn(ending.told, at: now)
    if let delay = ending.serverDelay, delay <= longestAdvice {
      quietUntil = max(quietUntil, now + delay)
    }
  }

  private mutating func learn(_ told: ToldLimits, at now: Duration) {
    if let quota = told.requests {
      toldRequests = ToldAllowance(quota, after: toldRequests, at: now)
    }
    if let quota = told.tokens { toldTokens = ToldAllowance(quota, after: toldTokens, at: now) }
    for quota in [told.requests, told.tokens].compactMap(\.self) {
      guard quota.limit == nil, quota.remaining == 0, let reset = quota.reset,
        reset <= longestAdvice
      else { continue }
      quietUntil = max(quietUntil, now + reset)
    }
  }

  /// The longest of all waits that are due, and its reason.
  private mutating func delay(
    for cost: Int, at now: Duration
  ) -> (Duration, WaitEvent.Reason)? {
    var waits: [(Duration, WaitEvent.Reason)] = []
    if let limit = requests?.limit, let delay = requests?.delay(for: 1, at: now) {
      waits.append((delay, .requestsPerMinute(limit)))
    }
    if let limit = tokens?.limit, let delay = tokens?.delay(for: cost, at: now) {
      waits.append((delay, .tokensPerMinute(limit)))
    }
    let told = [toldRequests?.delay(for: 1, at: now), toldTokens?.delay(for: cost, at: now)]
    waits += told.compactMap(\.self).filter { $0 <= longestAdvice }.map { ($0, .providerLimit) }
    waits.append((quietUntil - now, .providerLimit))
    return waits.filter { $0.0 > .zero }.max { $0.0 < $1.0 }
  }
}
