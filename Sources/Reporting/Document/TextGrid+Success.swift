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
    if table.tasks.count > 1 { blocks += Self.totalBlocks(of: table) }
    self.blocks = blocks
  }

  private static func totalBlocks(of table: ReportTable) -> [Block] {
    func pooled(_ label: String, _ totals: [OptimizerTotal], of taskCount: Int) -> Block {
      Block(
        label: plainText(label) + ", items pooled",
        rows: totals.map { successRow($0.row, n: $0.countText(of: taskCount)) })
    }
    func means(
      _ label: String, of count: Int,
      _ values: (OptimizerTotal) -> (count: Int, initial: MacroMean, selected: MacroMean)?
    ) -> Block {
      Block(
        label: "All tasks, mean of \(label)",
        rows: table.totals.map { macroRow($0, values($0), of: count) })
    }
    let count = table.tasks.count
    let files = means(
      table.benchmarkTaskCount == nil ? "tasks" : "\(count) files", of: count
    ) { total in
      guard let initial = total.macroInitial, let selected = total.macroSelected else { return nil }
      return (total.taskCount, initial, selected)
    }
    let tasks = table.benchmarkTaskCount.map { count in
      means("\(count) tasks", of: count) { total in
        total.benchmarkMean.map { ($0.taskCount, $0.initial, $0.selected) }
      }
    }
    return [pooled("All tasks", table.totals, of: count)]
      + table.families.map { pooled($0.name, $0.totals, of: $0.taskCount) }
      + [files, tasks].compactMap(\.self)
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

  private static func macroRow(
    _ total: OptimizerTotal, _ means: (count: Int, initial: MacroMean, selected: MacroMean)?,
    of count: Int
  ) -> Row {
    let name = plainText(total.row.optimizer.label)
    let rest = [String](repeating: NumberText.none, count: 4)
    guard let means else {
      let mark = total.row.status.mark
      return Row(cells: [name, NumberText.none, mark, mark, NumberText.none] + rest)
    }
    return Row(
      cells: [
        name, "(\(means.count)/\(count))",
        NumberText.percent(means.initial.rate, means.initial.interval),
        NumberText.percent(means.selected.rate, means.selected.interval),
        NumberText.signedPoints(means.selected.rate - means.initial.rate),
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
