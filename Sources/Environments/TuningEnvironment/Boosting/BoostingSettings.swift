// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The settings of gradient boosting that are tuned.
package struct BoostingSettings: Sendable, Hashable {
  /// How much of each tree is added, above 0.
  package let learningRate: Double
  /// The number of trees.
  package let treeCount: Int
  /// The most splits from the root of a tree to a leaf.
  package let depth: Int
  /// The fewest training rows of a leaf.
  package let leastLeafSize: Int

  /// Creates settings.
  package init(learningRate: Double, treeCount: Int, depth: Int, leastLeafSize: Int) {
    self.learningRate = learningRate
    self.treeCount = treeCount
    self.depth = depth
    self.leastLeafSize = leastLeafSize
  }
}
