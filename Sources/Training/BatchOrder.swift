// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// Deals training examples in batches, epoch after epoch; the first epoch keeps the protocol's
/// order, and every further one has an order of its own.
struct BatchOrder {
  private let examples: [ExampleID]
  private let size: Int
  private let seed: Seed
  private var epoch = 0
  private var rest: ArraySlice<ExampleID>

  init(_ examples: [ExampleID], size: Int, seed: Seed) {
    self.examples = examples
    self.size = max(1, size)
    self.seed = seed
    rest = examples[...]
  }

  /// Examples in one epoch.
  var exampleCount: Int { examples.count }

  /// Batches in one epoch; the last one may be smaller.
  var countPerEpoch: Int { (examples.count + size - 1) / size }

  /// The next batch; empty only when there are no examples.
  mutating func next() -> [ExampleID] {
    if rest.isEmpty {
      epoch += 1
      var generator = seed.derived(for: "epoch \(epoch)").makeGenerator()
      rest = generator.shuffled(examples)[...]
    }
    let batch = Array(rest.prefix(size))
    rest = rest.dropFirst(size)
    return batch
  }
}
