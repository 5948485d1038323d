// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts what models have spent, and refuses the call that could break a budget before it is made.
///
/// The first refusal is final: no later call is let through, however small, so that what ends does
/// not depend on the sizes of calls that happen to come next.
public final class UsageCounter: Sendable {
  private struct State {
    var calls = 0
    var cost = CallCost(tokens: 0)
    var reservedCalls = 0
    var reserved = CallCost(tokens: 0)
    var refusal: String?
    var isHalted = false
  }

  private let budget: Budget
  private let now: @Sendable () -> Double
  private let beginning: Double
  private let state = Mutex(State())

  /// Creates a counter of nothing.
  ///
  /// - Parameters:
  ///   - budget: What may be spent; only calls that are reserved are held against it.
  ///   - now: The present time in seconds from any beginning; time is spent from now on.
  public init(budget: Budget = Budget(), now: @escaping @Sendable () -> Double = { 0 }) {
    self.budget = budget
    self.now = now
    beginning = now()
  }

  /// Sets aside what a call may cost at most, unless that could break the budget.
  ///
  /// - Returns: Nil when the call may be made, to be followed by ``settle(_:as:)``; else why not, in
  ///   a part of a sentence.
  public func reserve(_ estimate: CallCost) -> String? {
    let seconds = now() - beginning
    return state.withLock { state in
      if state.refusal == nil { state.refusal = refusal(of: estimate, in: state, after: seconds) }
      guard state.refusal == nil else { return state.refusal }
      state.reservedCalls += 1
      state.reserved.tokens += estimate.tokens
      state.reserved.picodollars += estimate.picodollars
      return nil
    }
  }

  /// Replaces what was set aside by the true cost; nil for a call that was given up unanswered.
  public func settle(_ estimate: CallCost, as cost: CallCost?) {
    state.withLock { state in
      state.reservedCalls -= 1
      state.reserved.tokens -= estimate.tokens
      state.reserved.picodollars -= estimate.picodollars
    }
    if let cost { add(cost) }
  }

  /// Counts a call that no budget holds back; answers from the store count as if they had been paid
  /// for.
  public func add(_ cost: CallCost) {
    state.withLock { state in
      state.calls += 1
      state.cost.tokens += cost.tokens
      state.cost.picodollars += cost.picodollars
    }
  }

  /// Why a call was refused, or nil while none was.
  public var refusal: String? { state.withLock(\.refusal) }

  /// Notes that calls are refused for a reason outside of this budget, so that nothing that fails
  /// from now on counts as a result.
  public func halt() { state.withLock { $0.isHalted = true } }

  /// Whether calls are refused for a reason outside of this budget.
  public var isHalted: Bool { state.withLock(\.isHalted) }

  /// Whether the budget leaves anything for another call.
  public var allowsMore: Bool {
    var usage = Usage()
    fill(&usage)
    return refusal == nil && budget.allows(usage)
  }

  /// Writes the counts into `usage`.
  public func fill(_ usage: inout Usage) {
    let state = state.withLock(\.self)
    usage.modelCalls = state.calls
    usage.tokens = state.cost.tokens
    usage.money = CallCost.dollars(state.cost.picodollars)
    usage.seconds = now() - beginning
  }

  private func refusal(of estimate: CallCost, in state: State, after seconds: Double) -> String? {
    if let limit = budget.seconds, seconds >= limit {
      return "the budget of \(limit.formattedShortly) seconds is spent"
    }
    if let limit = budget.modelCalls, state.calls + state.reservedCalls >= limit {
      return "the budget of \(limit) calls is spent"
    }
    let tokens = state.cost.tokens + state.reserved.tokens
    if let limit = budget.tokens, tokens + estimate.tokens > limit {
      return
        "the budget of \(limit) tokens leaves \(max(0, limit - tokens)), and the next call may "
        + "take \(estimate.tokens)"
    }
    let spent = state.cost.picodollars + state.reserved.picodollars
    let total = CallCost.dollars(spent + estimate.picodollars)
    if let limit = budget.money, total > limit {
      let left = max(0, limit - CallCost.dollars(spent)).formattedShortly
      let needed = CallCost.dollars(estimate.picodollars).formattedShortly
      return
        "the budget of \(limit.formattedShortly) dollars leaves \(left), and the next call may "
        + "cost \(needed)"
    }
    return nil
  }
}

extension Double {
  /// The number with up to six decimals and without zeros at the end.
  fileprivate var formattedShortly: String {
    let rounded = (self * 1e6).rounded() / 1e6
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
