// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What ends a trial's training once it is spent; a limit that is nil does not bind.
///
/// Validation and test of the states that the trial has by then come on top.
public struct Budget: Sendable, Hashable, Codable {
  /// Optimizer updates.
  public var steps: Int?
  /// Scored forward passes.
  public var evaluations: Int?
  /// Calls of task and optimizer model together.
  public var modelCalls: Int?
  /// Prompt and completion tokens together.
  public var tokens: Int?

  /// Creates a budget.
  public init(
    steps: Int? = nil, evaluations: Int? = nil, modelCalls: Int? = nil, tokens: Int? = nil
  ) {
    self.steps = steps
    self.evaluations = evaluations
    self.modelCalls = modelCalls
    self.tokens = tokens
  }

  /// Whether anything more may be spent after `usage`.
  public func allows(_ usage: Usage) -> Bool {
    func isWithin(_ spent: Int, _ limit: Int?) -> Bool { limit.map { spent < $0 } ?? true }
    return isWithin(usage.steps, steps) && isWithin(usage.evaluations, evaluations)
      && isWithin(usage.modelCalls, modelCalls) && isWithin(usage.tokens, tokens)
  }
}

/// What one trial has spent.
public struct Usage: Sendable, Hashable, Codable {
  /// Optimizer updates asked for.
  public var steps = 0
  /// Scored forward passes.
  public var evaluations = 0
  /// Calls of task and optimizer model together, also those answered from the store.
  public var modelCalls = 0
  /// Prompt and completion tokens together.
  public var tokens = 0

  /// Creates a usage of nothing.
  public init() {}
}
