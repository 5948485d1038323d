// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What may be spent; a limit that is nil does not bind.
///
/// A trial's budget ends its training: no step, evaluation or model call of the training is begun
/// that could break a limit. Validation and test of the states that the trial has come on top, and
/// count. A run's budget holds for each call that is really made.
public struct Budget: Sendable, Hashable, Codable {
  /// Optimizer updates.
  public var steps: Int?
  /// Scored forward passes.
  public var evaluations: Int?
  /// Calls of task and optimizer model together.
  public var modelCalls: Int?
  /// Prompt and completion tokens together.
  public var tokens: Int?
  /// US dollars for model calls.
  public var money: Double?
  /// Wall time in seconds; a call that is under way when it ends is waited for.
  public var seconds: Double?

  /// Creates a budget.
  public init(
    steps: Int? = nil, evaluations: Int? = nil, modelCalls: Int? = nil, tokens: Int? = nil,
    money: Double? = nil, seconds: Double? = nil
  ) {
    self.steps = steps
    self.evaluations = evaluations
    self.modelCalls = modelCalls
    self.tokens = tokens
    self.money = money
    self.seconds = seconds
  }

  /// Whether anything more may be spent after `usage`.
  public func allows(_ usage: Usage) -> Bool {
    func isWithin<Amount: Comparable>(_ spent: Amount, _ limit: Amount?) -> Bool {
      limit.map { spent < $0 } ?? true
    }
    return isWithin(usage.steps, steps) && isWithin(usage.evaluations, evaluations)
      && isWithin(usage.modelCalls, modelCalls) && isWithin(usage.tokens, tokens)
      && isWithin(usage.money, money) && isWithin(usage.seconds, seconds)
  }
}

/// What one trial or one run has spent.
public struct Usage: Sendable, Hashable, Codable {
  /// Optimizer updates asked for.
  public var steps = 0
  /// Scored forward passes.
  public var evaluations = 0
  /// Calls of task and optimizer model together, also those answered from the store.
  public var modelCalls = 0
  /// Prompt and completion tokens together.
  public var tokens = 0
  /// US dollars, by the prices that were known; 0 where prices were not asked for.
  public var money = 0.0
  /// Wall time in seconds.
  public var seconds = 0.0

  /// Creates a usage of nothing.
  public init() {}
}
