// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TextGrid {
  /// Each pair of optimizers on the items that both were tested on.
  init(comparisonsOf table: ReportTable, name: String) {
    title = "Optimizers in pairs, selected states on the same items and seeds: \(name)"
    blockHeading = nil
    columns = [
      Column("First", isNumeric: false), Column("Second", isNumeric: false), Column("n"),
      Column("First %"), Column("Second %"), Column("Difference [95% CI]"), Column("Only first"),
      Column("Only second"), Column("p"),
    ]
    blocks = [
      Block(
        label: "",
        rows: table.comparisons.map { comparison in
          let change = comparison.change
          return Row(cells: [
            plainText(comparison.first), plainText(comparison.second),
            NumberText.count(comparison.pairCount),
            NumberText.percent(comparison.firstRate.rate),
            NumberText.percent(comparison.secondRate.rate),
            change.isSameState ? NumberText.same : NumberText.points(change.difference),
            NumberText.count(change.lost), NumberText.count(change.gained), change.pText,
          ])
        })
    ]
  }

  /// Mean scores, or nil when they say no more than success and failure.
  init?(scoresOf table: ReportTable, name: String) {
    guard table.totals.contains(where: { $0.row.scores != nil }) else { return nil }
    title = "Mean score on the test split: \(name)"
    blockHeading = "Task"
    columns = [
      Column("Optimizer", isNumeric: false), Column("Initial [95% CI]"),
      Column("Selected [95% CI]"),
    ]
    blocks = table.tasks.map { task in
      Block(
        label: plainText(task.label),
        rows: task.rows.map { row in
          let scores = row.scores.map { [$0.initial, $0.selected].map(NumberText.score) }
          let mark = row.success == nil ? row.status.mark : NumberText.none
          return Row(cells: [plainText(row.optimizer.label)] + (scores ?? [mark, mark]))
        })
    }
  }
}
