// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The training rows with their order by each input, sorted once for all trees.
struct SortedRows {
  let data: FriedmanData
  /// For each column the rows from the least input to the greatest.
  let orders: [[Int]]

  init(_ data: FriedmanData) {
    self.data = data
    orders = (0..<FriedmanData.inputCount).map { column in
      FriedmanData.training.sorted {
        (data.input(column, of: $0), $0) < (data.input(column, of: $1), $1)
      }
    }
  }
}
