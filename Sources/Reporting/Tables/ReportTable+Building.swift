// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

extension ReportTable {
  /// Computes the table of trials that share a key.
  init(_ layout: Layout, rows: RowsByTrial) {
    switch layout.key.course {
    case .pass: self.init(passOf: layout, rows: rows)
    case .search: self.init(searchOf: layout, rows: rows)
    }
  }

  private init(passOf layout: Layout, rows: RowsByTrial) {
    var tested = layout.optimizers.map { TestedOptimizer(name: $0, trials: []) }
    var tasks: [TaskResults] = []
    for (index, place) in layout.places.enumerated() {
      let cells = Self.cells(of: place, at: index, in: layout, rows: rows)
      for (number, cell) in cells.enumerated() { tested[number].trials += cell.tested.trials }
      tasks.append(
        TaskResults(
          place, rows: cells.map { $0.row(rows, layout.isPlanned($0.tested.name, on: place)) },
          comparisons: OptimizerComparison.allPairs(cells.map(\.tested))))
    }
    key = layout.key
    self.tasks = Self.corrected(tasks)
    comparisons = OptimizerComparison.corrected(OptimizerComparison.allPairs(tested))
    searchComparisons = []
    let results = Tested(layout: layout, optimizers: tested, tasks: self.tasks, rows: rows)
    totals = results.totals(comparedBy: comparisons)
    families = results.families
    benchmarkTaskCount = layout.benchmarkTaskCount
    failures = layout.failures
  }

  private static func cells(
    of place: Layout.Place, at index: Int, in layout: Layout, rows: RowsByTrial
  ) -> [PassCell] {
    var numbering = ItemNumbering()
    return layout.optimizers.map { name in
      let trials = place.trials.filter { name.matches($0) }
      let tested = trials.filter { $0.state == .complete }.map {
        TestedTrial($0, task: index, outcomes: rows.outcomes(of: $0), numbering: &numbering)
      }
      return PassCell(trials: trials, tested: TestedOptimizer(name: name, trials: tested))
    }
  }

  private static func corrected(_ tasks: [TaskResults]) -> [TaskResults] {
    var changes = tasks.flatMap { $0.rows.compactMap { $0.success?.change } }
    PairedChange.correct(&changes)
    var comparisons = OptimizerComparison.corrected(tasks.flatMap(\.comparisons))[...]
    var remaining = changes[...]
    return tasks.map { task in
      var task = task
      for index in task.rows.indices where task.rows[index].success != nil {
        task.rows[index].success?.change = remaining.removeFirst()
      }
      let count = task.comparisons.count
      task.comparisons = Array(comparisons.prefix(count))
      comparisons = comparisons.dropFirst(count)
      let best = OptimizerComparison.best(of: task.rows, by: task.comparisons)
      for index in task.rows.indices { task.rows[index].isBest = index == best }
      return task
    }
  }
}
