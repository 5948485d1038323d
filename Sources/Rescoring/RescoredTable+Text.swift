// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reporting

extension RescoredTable {
  /// The columns of both forms.
  private static let columns = [
    "suite", "data", "protocol", "model", "optimizer", "task", "state", "rule", "correct", "n",
    "percent", "low", "high",
  ]

  /// The rows with commas between their values, quoted where needed; the first line names them.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  package var commaSeparatedText: String {
    ([Self.columns] + rows.map(\.cells)).map { cells in
      cells.map(CSVFormat.field).joined(separator: ",") + "\n"
    }.joined()
  }

  /// A table for each group of trials, for people to read; summaries come after tasks.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  package var alignedText: String {
    guard !rows.isEmpty else {
      return (notes + ["no complete trial can be scored again"]).joined(separator: "\n") + "\n"
    }
    var lines: [String] = []
    var last: Key?
    let shown = rows.map { $0.cells.map(plainText) }
    let widths = (5..<13).map { column in
      ([Self.columns] + shown).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: ArraySlice<String>) -> String {
      let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return "  " + padded.joined(separator: "  ")
    }
    for (row, cells) in zip(rows, shown) {
      if row.key != last {
        lines.append(
          "\(cells[0]), \(cells[1]) items, protocol \(cells[2]), \(cells[3]), "
            + "optimizer \(cells[4])")
        lines.append(line(Self.columns[5...]))
        last = row.key
      }
      lines.append(line(cells[5...]))
    }
    return (lines + notes).map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

extension RescoredTable.Row {
  fileprivate var cells: [String] {
    func percent(_ rate: Double) -> String {
      let tenths = Int((rate * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    return [
      key.suite, key.dataLabel, key.protocolName, key.model, key.optimizer, place, state.rawValue,
      rule, String(correct), String(count), percent(rate), percent(interval.lower),
      percent(interval.upper),
    ]
  }
}
