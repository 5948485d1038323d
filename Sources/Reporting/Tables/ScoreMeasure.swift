// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// What the scores of a task mean, as it was stored with its trials.
package struct ScoreMeasure: Sendable, Hashable {
  /// What is measured, such as `error`.
  package let name: String
  /// Whether scores are the negative of a cost.
  package let isCost: Bool
  /// Whether some score counts as success.
  package let hasTarget: Bool

  /// Reads a stored measure; trials without one have scores between failure and success.
  init(_ stored: JSONValue?) {
    func flag(_ name: String) -> Bool? {
      if case .bool(let value) = stored?[name] { value } else { nil }
    }
    name = stored?["name"]?.stringValue ?? "score"
    isCost = flag("is_cost") ?? false
    hasTarget = flag("has_target") ?? true
  }

  /// A score as the task means it.
  package func shown(_ score: Double) -> Double { isCost ? -score : score }

  /// The interval of a score as the task means it.
  package func shown(_ interval: ConfidenceInterval) -> ConfidenceInterval {
    isCost ? ConfidenceInterval(lower: -interval.upper, upper: -interval.lower) : interval
  }

  /// Which way is better.
  package var direction: String { isCost ? "lower is better" : "higher is better" }
}
