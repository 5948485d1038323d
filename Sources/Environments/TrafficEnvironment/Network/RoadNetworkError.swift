// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Why a text describes no road network, in one sentence that says what to do.
package struct RoadNetworkError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  package let description: String

  init(_ description: String) { self.description = description }
}
