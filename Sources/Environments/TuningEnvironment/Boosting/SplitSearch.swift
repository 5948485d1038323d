// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Finds the best split of each node of one level of a tree, column by column.
struct SplitSearch {
  struct Split {
    var column = -1
    var threshold = 0.0
    /// How much the split lowers the squared error.
    var gain = 0.0
  }

  private(set) var best: [Split]
  private let nodes: [Int]
  private let residuals: [Double]
  private let firstNode: Int
  private let leastSize: Int
  private var totals: [Double]
  private var sizes: [Int]

  /// Adds up the rows of each node.
  ///
  /// - Parameters:
  ///   - nodes: The node of each row.
  ///   - residuals: What to predict for each row.
  ///   - firstNode: The first node of the level.
  ///   - nodeCount: The number of nodes of the level.
  ///   - leastSize: The fewest rows on each side of a split.
  init(
    _ nodes: [Int], _ residuals: [Double], firstNode: Int, nodeCount: Int, leastSize: Int
  ) {
    best = [Split](repeating: Split(), count: nodeCount)
    self.nodes = nodes
    self.residuals = residuals
    self.firstNode = firstNode
    self.leastSize = leastSize
    totals = [Double](repeating: 0, count: nodeCount)
    sizes = [Int](repeating: 0, count: nodeCount)
    for (row, node) in nodes.enumerated() where node >= firstNode {
      totals[node - firstNode] += residuals[row]
      sizes[node - firstNode] += 1
    }
  }

  /// Looks at all splits by one column; of equally good ones the first is kept.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  mutating func scan(_ column: Int, of rows: SortedRows) {
    var sums = [Double](repeating: 0, count: totals.count)
    var counts = [Int](repeating: 0, count: totals.count)
    var lasts = [Double](repeating: 0, count: totals.count)
    for row in rows.orders[column] where nodes[row] >= firstNode {
      let place = nodes[row] - firstNode
      let input = rows.data.input(column, of: row)
      if counts[place] > 0, input > lasts[place] {
        consider(column, between: lasts[place], input, place, sums[place], counts[place])
      }
      sums[place] += residuals[row]
      counts[place] += 1
      lasts[place] = input
    }
  }

  private mutating func consider(
    _ column: Int, between lower: Double, _ upper: Double, _ place: Int, _ sum: Double,
    _ count: Int
  ) {
    let rest = sizes[place] - count
    guard count >= leastSize, rest >= leastSize else { return }
    let (left, right) = (Double(count), Double(rest))
    let difference = sum / left - (totals[place] - sum) / right
    let gain = difference * difference * left * right / (left + right)
    guard gain > best[place].gain else { return }
    best[place] = Split(column: column, threshold: (lower + upper) / 2, gain: gain)
  }
}
