// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The choices that no other one makes pointless: none is at least as good for at most the cost, and
/// better or cheaper.
package enum ParetoFront {
  /// Whether each choice is on the front; equal ones are on it together.
  ///
  /// - Parameter choices: What each costs, less being better, and its value, more being better.
  /// - Returns: An element for each choice, in order.
  /// - Complexity: O(*n*²).
  package static func contains(_ choices: [(cost: Double, value: Double)]) -> [Bool] {
    choices.map { one in
      !choices.contains { other in
        other.cost <= one.cost && other.value >= one.value
          && (other.cost < one.cost || other.value > one.value)
      }
    }
  }
}
