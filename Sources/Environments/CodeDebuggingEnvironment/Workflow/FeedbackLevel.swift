// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How much of the tests' results the feedback tells; each level tells what the one before does.
package enum FeedbackLevel: String, Sendable, Hashable, CaseIterable {
  /// How many tests were passed.
  case count
  /// The first call that fails, with the value that it should return and the one that it returned.
  case call
  /// The source text with what was raised at the line that raised it.
  case trace
  /// The line at which a call was stopped, what was printed, and which other calls fail.
  case full

  /// Whether the feedback tells what `level` adds.
  package func includes(_ level: FeedbackLevel) -> Bool {
    let all = Self.allCases
    return (all.firstIndex(of: level) ?? 0) <= (all.firstIndex(of: self) ?? 0)
  }

  /// What a suite with this feedback says of it.
  var summary: String {
    switch self {
    case .count: "how many tests pass"
    case .call: "the first call that fails"
    case .trace: "the first call that fails and the line that raised"
    case .full: "failing calls, the line that raised or was reached, and what was printed"
    }
  }
}
