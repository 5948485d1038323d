// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Makes items of the official form of one BBH task.
protocol BigBenchHardGenerator: ItemGenerator {
  /// The task whose form the items have.
  var task: BigBenchHardTask { get }
}

extension BigBenchHardGenerator {
  /// The task's name.
  var name: String { task.rawValue }
}
