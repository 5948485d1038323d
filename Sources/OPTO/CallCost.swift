// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a model call costs, or will cost at most by estimate.
public struct CallCost: Sendable, Hashable {
  /// Prompt and completion tokens together.
  public var tokens: Int
  /// Money in millionths of a millionth of a US dollar, so that sums do not depend on their order.
  public var picodollars: Int

  /// Creates a cost.
  public init(tokens: Int, picodollars: Int = 0) {
    self.tokens = tokens
    self.picodollars = picodollars
  }

  /// Dollars of an amount in ``picodollars``.
  public static func dollars(_ picodollars: Int) -> Double { Double(picodollars) / 1e12 }
}
