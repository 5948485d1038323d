// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Rows of words in columns of equal width.
enum ColumnText {
  /// The rows as lines, each ending with a line break and without spaces at its end.
  static func text(of rows: [[String]]) -> String {
    let widths = rows.reduce(into: [Int]()) { widths, row in
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
