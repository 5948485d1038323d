// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Optimizers

/// A plan that cannot be run, in one sentence that names the option and the way out.
package struct PlanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  package let message: String

  /// Creates an error.
  package init(_ message: String) { self.message = message }

  /// The sentence.
  package var description: String { message }

  /// An unknown name, with the nearest known one when it is near enough to be a slip.
  static func unknown(
    _ kind: String, _ name: String, option: String, known: [String]
  ) -> PlanError {
    let hint = NearestName.hint(for: name, among: known)
    return PlanError("\(option) names an unknown \(kind) '\(name)': \(hint)")
  }
}
