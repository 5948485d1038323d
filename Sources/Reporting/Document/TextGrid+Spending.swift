// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0
import TrialRecords

extension TextGrid {
  /// How far trials are and what became of their steps.
  init(stepsOf table: ReportTable, name: String, detail: ReportDocument.Detail) {
    let isValidated = table.totals.contains { $0.row.spending.validationScore != nil }
    self.init(
      title: "Trials and steps: \(name)",
      table: table,
      detail: detail,
      columns: ["Done", "Failed", "Open"] + (isValidated ? ["Validation"] : []) + [
        "Updated", "No change", "Ended", "Unreadable", "Refused", "No answer",
      ]
    ) { row in
      let trials = [row.trials.complete, row.trials.failed, row.trials.unfinished]
      let score = row.spending.validationScore.map { NumberText.decimal($0, places: 3) }
      let steps = [.updated, .noChange, .terminated, .invalidAnswer, .rejected, .modelError]
        .map { row.spending.steps[$0, default: 0] }
      return trials.map(NumberText.count) + (isValidated ? [score ?? NumberText.none] : [])
        + steps.map(NumberText.count)
    }
  }

  /// What trials spent, and which answers were of no use.
  init(spendingOf table: ReportTable, name: String, detail: ReportDocument.Detail) {
    self.init(
      title: "Evaluations and model calls: \(name)",
      table: table,
      detail: detail,
      columns: [
        "Runs", "Unread.", "Exc.", "Unscored", "Task calls", "Opt. calls", "Stored", "Cut off",
        "No answer", "Tokens in", "Tokens out",
      ]
    ) { row in
      let spending = row.spending
      return [
        spending.evaluations, spending.invalidAnswers, spending.exceptions, spending.unscored,
        spending.taskCalls, spending.optimizerCalls, spending.cacheHits,
        spending.truncatedAnswers, spending.failedCalls, spending.promptTokens,
        spending.completionTokens,
      ].map(NumberText.count)
    }
  }

  private init(
    title: String, table: ReportTable, detail: ReportDocument.Detail, columns: [String],
    cells: (ResultRow) -> [String]
  ) {
    func block(_ label: String, _ rows: [ResultRow]) -> Block {
      Block(
        label: label,
        rows: rows.map { row in
          let none = [String](repeating: NumberText.none, count: columns.count)
          return Row(
            cells: [plainText(row.optimizer.label)] + (row.trials.total == 0 ? none : cells(row)))
        })
    }
    var blocks: [Block] = []
    if detail == .full || table.tasks.count == 1 {
      blocks += table.tasks.map { block(plainText($0.label), $0.rows) }
    }
    if table.tasks.count > 1 { blocks.append(block("All tasks", table.totals.map(\.row))) }
    self.title = title
    blockHeading = "Task"
    self.columns = [Column("Optimizer", isNumeric: false)] + columns.map { Column($0) }
    self.blocks = blocks
  }
}
