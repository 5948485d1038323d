// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A made item before it has a name.
struct GeneratedItem: Sendable, Hashable {
  /// The text that the workflow is given.
  let input: String
  /// The one right answer.
  let target: String
}
