// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// The training examples that each state was seen to answer rightly since it last missed one.
struct RightExamples {
  private var examples: [ParameterValues: Set<ExampleID>] = [:]

  /// Notes a batch on which every target was reached.
  ///
  /// - Returns: On how many different examples the state is right by now.
  mutating func add(_ batch: [ExampleID], of values: ParameterValues) -> Int {
    examples[values, default: []].formUnion(batch)
    return examples[values]?.count ?? 0
  }

  /// Notes that a state missed a target.
  mutating func forget(_ values: ParameterValues) { examples[values] = nil }
}
