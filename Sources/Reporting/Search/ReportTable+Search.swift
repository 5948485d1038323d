// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

extension ReportTable {
  /// Computes the table of trials that searched single instances.
  init(searchOf layout: Layout, rows: RowsByTrial) {
    let cells = layout.places.map { place in
      layout.optimizers.map { name in
        SearchCell(name: name, place: place, rows: rows, layout.isPlanned(name, on: place))
      }
    }
    let improvements = Self.improvements(of: cells, in: layout)
    key = layout.key
    tasks = Self.searchTasks(layout.places, cells)
    families = []
    benchmarkTaskCount = nil
    comparisons = []
    searchComparisons = SearchComparison.corrected(SearchComparison.allPairs(improvements))
    failures = layout.failures
    var totals = layout.optimizers.enumerated().map { number, name in
      let trials = layout.trials.filter { name.matches($0) }
      return OptimizerTotal(
        row: ResultRow(
          optimizer: name, trials: TrialCounts(trials),
          spending: TrialSpending(trials, rows: rows), cost: TrialCost(trials, rows: rows),
          isPlanned: false),
        taskCount: cells.count { $0[number].summary != nil }, macroInitial: nil,
        macroSelected: nil,
        search: SearchTotal(cells.map { $0[number].summary }, improvements: improvements[number]))
    }
    Self.markBest(&totals, by: searchComparisons)
    self.totals = totals
  }

  private static func searchTasks(
    _ places: [Layout.Place], _ cells: [[SearchCell]]
  ) -> [TaskResults] {
    let pairs = cells.map { SearchComparison.allPairs($0.map(\.searchedTask)) }
    var corrected = SearchComparison.corrected(pairs.flatMap(\.self))[...]
    return zip(places, cells).enumerated().map { index, item in
      var task = TaskResults(item.0, rows: item.1.map(\.row), comparisons: [])
      task.searchComparisons = Array(corrected.prefix(pairs[index].count))
      corrected = corrected.dropFirst(pairs[index].count)
      let best = SearchComparison.best(of: task.rows, by: task.searchComparisons)
      for row in task.rows.indices { task.rows[row].isBest = row == best }
      return task
    }
  }

  private static func markBest(
    _ totals: inout [OptimizerTotal], by comparisons: [SearchComparison]
  ) {
    let rivals = totals.count { $0.taskCount > 0 } - 1
    for index in totals.indices {
      let label = totals[index].row.optimizer.label
      let wins = comparisons.count { $0.isSignificant && $0.winner == label }
      totals[index].row.isBest = rivals > 0 && wins == rivals
    }
  }

  /// The improvements of each optimizer's trials, by task and seed; one that ended in no finite score
  /// is below all others.
  private static func improvements(
    of cells: [[SearchCell]], in layout: Layout
  ) -> [SearchedTasks] {
    let goals = zip(cells, layout.places).map { cells, place in
      InstanceGoals(of: cells.map(\.summary), measure: place.measure)
    }
    return layout.optimizers.enumerated().map { number, name in
      let scores = zip(cells, goals).map { cells, goals in
        (cells[number].summary?.trials ?? []).reduce(into: [Int: Double]()) { scores, trial in
          scores[trial.seed] = goals.improvement(of: trial)
        }
      }
      return SearchedTasks(name: name.label, scores: scores)
    }
  }
}

/// The trials of one optimizer that searched the instances of one task.
private struct SearchCell {
  let row: ResultRow
  var summary: SearchSummary? { row.search }

  init(name: OptimizerName, place: ReportTable.Layout.Place, rows: RowsByTrial, _ isPlanned: Bool) {
    let trials = place.trials.filter { name.matches($0) }
    let searches = trials.map { SearchTrial($0, rows) }
    let summary = SearchSummary(searches, measure: place.measure)
    row = ResultRow(
      optimizer: name, trials: TrialCounts(trials), search: summary,
      progress: summary?.trials.map(\.queries) ?? [],
      spending: TrialSpending(trials, rows: rows), cost: TrialCost(trials, rows: rows),
      isPlanned: isPlanned)
  }

  /// The final scores by seed; one that is not finite is below all others.
  var searchedTask: SearchedTasks {
    let trials = summary?.trials ?? []
    let scores = Dictionary(
      trials.map { ($0.seed, $0.finalScore ?? -.infinity) }, uniquingKeysWith: { first, _ in first }
    )
    return SearchedTasks(name: row.optimizer.label, scores: [scores])
  }
}
