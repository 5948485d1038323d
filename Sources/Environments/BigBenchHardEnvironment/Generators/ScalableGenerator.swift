// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Makes items that have a size, and hence difficulties.
protocol ScalableGenerator: BigBenchHardGenerator {
  /// Creates a generator of items of a difficulty; those of the published one never change.
  init(_ difficulty: Difficulty)
}

extension ScalableGenerator {
  /// Creates a generator of items of the published sizes.
  init() { self.init(.published) }
}
