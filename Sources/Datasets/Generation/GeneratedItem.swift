// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A made item before it has a name.
package struct GeneratedItem: Sendable, Hashable {
  /// The text that the workflow is given.
  package let input: String
  /// The one right answer.
  package let target: String
  /// The way to the answer, for readers alone; `nil` when the generator tells none.
  package let solution: String?

  /// Creates an item.
  package init(input: String, target: String, solution: String? = nil) {
    self.input = input
    self.target = target
    self.solution = solution
  }
}
