// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A made item before it has a name.
package struct GeneratedItem: Sendable, Hashable {
  /// The text that the workflow is given.
  package let input: String
  /// The one right answer.
  package let target: String

  /// Creates an item.
  package init(input: String, target: String) {
    self.input = input
    self.target = target
  }
}
