// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Counts what the models of one trial have spent; the trainer reads it when it checks the budget.
public final class UsageCounter: Sendable {
  private struct Spent {
    var modelCalls = 0
    var tokens = 0
  }

  private let spent = Mutex(Spent())

  /// Creates a counter of nothing.
  public init() {}

  /// Adds one call and its tokens; answers from the store count as if they had been paid for.
  public func add(tokens: Int) {
    spent.withLock { spent in
      spent.modelCalls += 1
      spent.tokens += tokens
    }
  }

  /// Writes the counts into `usage`.
  public func fill(_ usage: inout Usage) {
    let spent = spent.withLock(\.self)
    usage.modelCalls = spent.modelCalls
    usage.tokens = spent.tokens
  }
}
