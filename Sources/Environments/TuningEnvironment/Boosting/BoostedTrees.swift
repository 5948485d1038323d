// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Gradient boosting of regression trees for squared error (Friedman, 2001), without subsampling.
package struct BoostedTrees: Sendable, Hashable {
  private let predictions: [Double]
  private let data: FriedmanData

  /// Fits trees to the training rows, one after the other, each to what the others leave.
  ///
  /// - Complexity: O(*t* · *d* · *c* · *n*) in trees, depth, columns and rows.
  package init(_ settings: BoostingSettings, on data: FriedmanData) {
    self.data = data
    let rows = SortedRows(data)
    let training = FriedmanData.training
    let mean = data.targets[training].reduce(0, +) / Double(training.count)
    var predictions = [Double](repeating: mean, count: data.targets.count)
    for _ in 0..<settings.treeCount {
      let residuals = training.map { data.targets[$0] - predictions[$0] }
      let tree = RegressionTree(residuals, on: rows, settings)
      for row in predictions.indices {
        predictions[row] += settings.learningRate * tree.prediction(for: row, of: data)
      }
    }
    self.predictions = predictions
  }

  /// The root of the mean squared error on some rows.
  package func error(on rows: Range<Int>) -> Double {
    let sum = rows.reduce(0) { sum, row in
      let difference = data.targets[row] - predictions[row]
      return sum + difference * difference
    }
    return (sum / Double(rows.count)).squareRoot()
  }
}
