// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TextGrid {
  /// The main table: success on the test split before and after, and what it took.
  init(successOf table: ReportTable, name: String) {
    title = "Success on the test split: \(name)"
    blockHeading = "Task"
    columns = [
      Column("Optimizer", isNumeric: false), Column("n"), Column("Initial % [95% CI]"),
      Column("Selected % [95% CI]"), Column("Change"), Column("p"), Column("Calls"),
      Column("Tokens"), Column("Invalid"),
    ]
    emphasizedColumn = 3
    var blocks = table.tasks.map { task in
      Block(
        label: plainText(task.label), rows: task.rows.map { Self.successRow($0, n: $0.countText) })
    }
    if table.tasks.count > 1 {
      blocks.append(
        Block(
          label: "All tasks, items pooled",
          rows: table.totals.map { total in
            Self.successRow(total.row, n: total.countText(of: table.tasks.count))
          }))
      blocks.append(
        Block(
          label: "All tasks, mean of tasks",
          rows: table.totals.map { Self.macroRow($0, taskCount: table.tasks.count) }))
    }
    self.blocks = blocks
  }

  private static func successRow(_ row: ResultRow, n: String) -> Row {
    let spending = row.spending
    var cells = [plainText(row.optimizer.label), n]
    if let success = row.success {
      cells += [
        NumberText.percent(success.initial),
        NumberText.percent(success.selected, isBest: row.isBest),
        success.change.changeText, success.change.pText,
      ]
    } else {
      cells += [row.status.mark, row.status.mark, NumberText.none, NumberText.none]
    }
    cells +=
      row.trials.total == 0
      ? [NumberText.none, NumberText.none, NumberText.none]
      : [spending.calls, spending.tokens, spending.unusableAnswers].map(NumberText.count)
    return Row(cells: cells, isBest: row.isBest)
  }

  private static func macroRow(_ total: OptimizerTotal, taskCount: Int) -> Row {
    let name = plainText(total.row.optimizer.label)
    let rest = [String](repeating: NumberText.none, count: 4)
    guard let initial = total.macroInitial, let selected = total.macroSelected else {
      let mark = total.row.status.mark
      return Row(cells: [name, NumberText.none, mark, mark, NumberText.none] + rest)
    }
    return Row(
      cells: [
        name, "(\(total.taskCount)/\(taskCount))",
        NumberText.percent(initial.rate, initial.interval),
        NumberText.percent(selected.rate, selected.interval),
        NumberText.signedPoints(selected.rate - initial.rate),
      ] + rest
    )
  }
}

extension ResultRow {
  /// Items, after the number of trials when there is more than one.
  fileprivate var countText: String {
    let items = success.map { "\($0.itemCount)" } ?? "0"
    if trials.total == 0 { return NumberText.none }
    if trials.total == 1 { return items }
    let complete = trials.complete == trials.total ? "" : "\(trials.complete)/"
    return "\(complete)\(trials.total)×\(items)"
  }
}

extension OptimizerTotal {
  /// Outcomes, with the number of tasks when some are missing.
  fileprivate func countText(of tasks: Int) -> String {
    let count = row.success.map { "\($0.selected.count)" } ?? "0"
    return taskCount == tasks ? count : "\(count) (\(taskCount)/\(tasks))"
  }
}

extension ResultRow.Status {
  /// What stands in the place of numbers that are not there.
  var mark: String {
    switch self {
    case .failed: "failed"
    case .unfinished: "unfinished"
    case .notRun: "not run"
    case .notApplicable: "not applicable"
    case .complete, .partial: "no items"
    }
  }
}

extension PairedChange {
  /// The change in percentage points, or that the states are the same.
  var changeText: String {
    isSameState ? NumberText.same : NumberText.signedPoints(difference.difference)
  }

  /// The corrected probability, or that the states are the same.
  var pText: String { holmPValue.map(NumberText.probability) ?? NumberText.same }
}
