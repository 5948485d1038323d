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

  /// The score of full success, which is 1, and 0 for costs, which are errors where they have a
  /// target; nil when no score counts as success.
  var target: Double? { hasTarget ? (isCost ? 0 : 1) : nil }

  /// A score as the task means it.
  ///
  /// A cost of 0 has no sign.
  package func shown(_ score: Double) -> Double { isCost ? 0 - score : score }

  /// The interval of a score as the task means it.
  package func shown(_ interval: ConfidenceInterval) -> ConfidenceInterval {
    isCost
      ? ConfidenceInterval(lower: shown(interval.upper), upper: shown(interval.lower)) : interval
  }

  /// Which way is better.
  package var direction: String { isCost ? "lower is better" : "higher is better" }
}
