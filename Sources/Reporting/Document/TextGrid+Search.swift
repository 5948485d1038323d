// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TextGrid {
  /// The main table of searches: the score that they began and ended with, and what it took.
  init(searchOf table: ReportTable, name: String) {
    let hasTarget = table.tasks.contains(where: \.measure.hasTarget)
    title = "Searches: \(name)"
    blockHeading = "Task"
    columns =
      [
        Column("Optimizer", isNumeric: false), Column("n"), Column("First"),
        Column("Best [95% CI]"), Column("s.e."), Column("Median"), Column("Missing"),
      ]
      + (hasTarget ? [Column("Hits"), Column("Hit % [95% CI]"), Column("ERT")] : [])
      + [Column("Queries"), Column("Lost")]
    emphasizedColumn = 3
    blocks = table.tasks.map { task in
      Block(
        label: plainText("\(task.label): \(task.measure.name), \(task.measure.direction)"),
        rows: task.rows.map { row in
          let cells = Self.searchCells(row, measure: task.measure, hasTarget: hasTarget)
          return Row(cells: [plainText(row.optimizer.label)] + cells, isBest: row.isBest)
        })
    }
  }

  private static func searchCells(
    _ row: ResultRow, measure: ScoreMeasure, hasTarget: Bool
  ) -> [String] {
    guard let search = row.search else {
      let rest = [String](repeating: NumberText.none, count: hasTarget ? 8 : 5)
      return [row.trialsText, row.status.mark, row.status.mark] + rest
    }
    var cells = [row.trialsText, NumberText.shown(search.initial?.mean, as: measure)]
    cells.append((row.isBest ? "*" : "") + NumberText.mean(search.final, as: measure))
    cells.append(search.final?.standardError.map(NumberText.significant) ?? NumberText.none)
    cells.append(NumberText.shown(search.final?.median, as: measure))
    cells.append(NumberText.count(search.missingFinals))
    if hasTarget { cells += hitCells(search) }
    return cells + [search.queryCount, search.missingScores].map(NumberText.count)
  }

  private static func hitCells(_ search: SearchSummary) -> [String] {
    guard let hits = search.hits, let time = search.runningTime else {
      return ["no target", NumberText.none, NumberText.none]
    }
    return [
      "\(hits.successes)/\(hits.count)", NumberText.percent(hits),
      time.value.map(NumberText.significant) ?? ">\(NumberText.count(time.queries))",
    ]
  }

  /// All tasks of searches together, on scales that tasks share.
  init(searchTotalsOf table: ReportTable, name: String) {
    title = "Searches, all tasks: \(name)"
    blockHeading = nil
    columns = [
      Column("Optimizer", isNumeric: false), Column("Tasks"), Column("Trials"),
      Column("Improvement % [95% CI]"), Column("Undefined"), Column("Hits"),
      Column("Hit % [95% CI]"), Column("Calls"), Column("Tokens"),
    ]
    emphasizedColumn = 3
    let rows = table.totals.map { total -> Row in
      let search = total.search
      let mark = total.row.isBest ? "*" : ""
      let hits = search?.hits
      return Row(
        cells: [
          plainText(total.row.optimizer.label), "\(total.taskCount)/\(table.tasks.count)",
          NumberText.count(search?.trialCount ?? 0),
          search?.improvement.map { mark + NumberText.percent($0) } ?? total.row.status.mark,
          NumberText.count(search?.undefinedImprovements ?? 0),
          hits.map { "\($0.successes)/\($0.count)" } ?? "no target",
          hits.map { NumberText.percent($0) } ?? NumberText.none,
          NumberText.count(total.row.spending.calls), NumberText.count(total.row.spending.tokens),
        ], isBest: total.row.isBest)
    }
    blocks = [Block(label: "", rows: rows)]
  }

  /// Each pair of optimizers on the instances that both searched.
  init(searchComparisonsOf table: ReportTable, name: String) {
    let single = table.tasks.count == 1 ? table.tasks.first : nil
    title = "Optimizers in pairs, the best of each search of the same instances: \(name)"
    blockHeading = nil
    columns = [
      Column("First", isNumeric: false), Column("Second", isNumeric: false), Column("n"),
      Column("Wins"), Column("Losses"),
      Column(single == nil ? "Difference, points [95% CI]" : "Difference [95% CI]"),
      Column("Detectable"), Column("P(better) [95% CI]"), Column("g"), Column("p"), Column("q"),
    ]
    let comparisons = single?.searchComparisons ?? table.searchComparisons
    let rows = comparisons.map { comparison -> Row in
      Row(
        cells: [
          plainText(comparison.first), plainText(comparison.second),
          NumberText.count(comparison.pairCount), NumberText.count(comparison.wins),
          NumberText.count(comparison.losses),
          comparison.difference.map { Self.differenceText($0, single?.measure) }
            ?? NumberText.none,
          comparison.detectableDifference.map { Self.sizeText($0, single?.measure) }
            ?? NumberText.none,
          comparison.improvement.map(NumberText.probability) ?? NumberText.none,
          comparison.hedgesG.map { NumberText.decimal($0, places: 2) } ?? NumberText.none,
          comparison.holmPValue.map(NumberText.probability) ?? NumberText.same,
          comparison.falseDiscoveryRate.map(NumberText.probability) ?? NumberText.same,
        ])
    }
    blocks = [Block(label: "", rows: rows)]
  }

  private static func differenceText(_ estimate: MeanEstimate, _ measure: ScoreMeasure?) -> String {
    if let measure { return NumberText.mean(estimate, as: measure) }
    let interval = estimate.interval.map {
      " [\(NumberText.signedPoints($0.lower)), \(NumberText.signedPoints($0.upper))]"
    }
    return NumberText.signedPoints(estimate.mean) + (interval ?? "")
  }

  private static func sizeText(_ size: Double, _ measure: ScoreMeasure?) -> String {
    measure == nil ? NumberText.percent(size) : NumberText.significant(size)
  }
}

extension ResultRow {
  /// Trials, after the number of complete ones when some are not.
  fileprivate var trialsText: String {
    if trials.total == 0 { return NumberText.none }
    return trials.complete == trials.total
      ? "\(trials.total)" : "\(trials.complete)/\(trials.total)"
  }
}
