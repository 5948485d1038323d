// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A regression tree of limited depth, kept as a complete binary tree in arrays: the children of
/// node *n* are at 2*n* + 1 and 2*n* + 2.
struct RegressionTree {
  /// The input that a node splits by, or -1 for a leaf.
  private var columns: [Int]
  private var thresholds: [Double]
  private var values: [Double]

  /// Grows a tree level by level, always with the split that leaves the least squared error.
  ///
  /// - Parameters:
  ///   - residuals: What to predict, one number for each training row.
  ///   - rows: The training rows with their orders.
  ///   - settings: Depth and leaf size.
  /// - Complexity: O(*d* · *c* · *n*) in depth, columns and rows.
  init(_ residuals: [Double], on rows: SortedRows, _ settings: BoostingSettings) {
    let size = (1 << (settings.depth + 1)) - 1
    columns = [Int](repeating: -1, count: size)
    thresholds = [Double](repeating: 0, count: size)
    values = [Double](repeating: 0, count: size)
    var nodes = [Int](repeating: 0, count: residuals.count)
    for level in 0..<settings.depth {
      let firstNode = (1 << level) - 1
      var search = SplitSearch(
        nodes, residuals, firstNode: firstNode, nodeCount: 1 << level,
        leastSize: settings.leastLeafSize)
      for column in 0..<FriedmanData.inputCount { search.scan(column, of: rows) }
      var hasSplit = false
      for (offset, split) in search.best.enumerated() where split.column >= 0 {
        columns[firstNode + offset] = split.column
        thresholds[firstNode + offset] = split.threshold
        hasSplit = true
      }
      guard hasSplit else { break }
      for row in nodes.indices where columns[nodes[row]] >= 0 {
        nodes[row] = child(of: nodes[row], for: row, rows.data)
      }
    }
    setLeafValues(residuals, nodes)
  }

  private mutating func setLeafValues(_ residuals: [Double], _ nodes: [Int]) {
    var counts = [Int](repeating: 0, count: values.count)
    for (row, node) in nodes.enumerated() {
      values[node] += residuals[row]
      counts[node] += 1
    }
    for node in values.indices where counts[node] > 0 { values[node] /= Double(counts[node]) }
  }

  private func child(of node: Int, for row: Int, _ data: FriedmanData) -> Int {
    2 * node + (data.input(columns[node], of: row) <= thresholds[node] ? 1 : 2)
  }

  /// The prediction for a row.
  ///
  /// - Complexity: O(*d*) in the depth.
  func prediction(for row: Int, of data: FriedmanData) -> Double {
    var node = 0
    while columns[node] >= 0 { node = child(of: node, for: row, data) }
    return values[node]
  }
}
