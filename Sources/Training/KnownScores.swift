// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// What is known of states on single examples.
struct KnownScores: Sendable {
  private struct Key: Hashable {
    let values: ParameterValues
    let example: ExampleID
  }

  private var scores: [Key: Double] = [:]
  private var raising: Set<Key> = []

  /// The score of a state on an example, or nil when it was not run on it.
  ///
  /// - Complexity: O(*n*) in the size of the state.
  subscript(values: ParameterValues, example: ExampleID) -> Double? {
    get { scores[Key(values: values, example: example)] }
    set { scores[Key(values: values, example: example)] = newValue }
  }

  /// Keeps what a query came to.
  mutating func note(_ evaluation: Evaluation, of values: ParameterValues) {
    let key = Key(values: values, example: evaluation.example)
    scores[key] = evaluation.assessment.score
    if evaluation.assessment.outcome == .exception { raising.insert(key) }
  }

  /// Whether the workflow raised an exception on one of these examples when it was queried.
  func raised(_ values: ParameterValues, on examples: [ExampleID]) -> Bool {
    examples.contains { raising.contains(Key(values: values, example: $0)) }
  }

  /// Whether the state was run on all of these examples.
  func hasAll(_ values: ParameterValues, on examples: [ExampleID]) -> Bool {
    examples.allSatisfy { self[values, $0] != nil }
  }
}
