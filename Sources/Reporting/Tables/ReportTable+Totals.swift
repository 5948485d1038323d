// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

extension ReportTable {
  /// What totals are computed from.
  struct Tested {
    let layout: Layout
    let optimizers: [TestedOptimizer]
    let tasks: [TaskResults]
    let rows: RowsByTrial

    /// Each optimizer's results on all tasks together.
    func totals(comparedBy comparisons: [OptimizerComparison]) -> [OptimizerTotal] {
      var totals = totals(on: Array(tasks.indices))
      let best = OptimizerComparison.best(of: totals.map(\.row), by: comparisons)
      for index in totals.indices { totals[index].row.isBest = index == best }
      return ReportTable.corrected([totals])[0]
    }

    /// The families of tasks, where there are at least two: in any other case there is nothing that
    /// the results on all tasks do not show.
    var families: [TaskFamily] {
      let names = Set(layout.places.flatMap(\.group.families)).sorted()
      guard names.count > 1 else { return [] }
      let members = names.map { name in
        layout.places.indices.filter { layout.places[$0].group.families.contains(name) }
      }
      let totals = ReportTable.corrected(members.map { self.totals(on: $0) })
      return names.indices.map {
        TaskFamily(name: names[$0], taskCount: members[$0].count, totals: totals[$0])
      }
    }

    /// Each optimizer's results on the tasks of some places together, not corrected.
    private func totals(on places: [Int]) -> [OptimizerTotal] {
      let members = Set(places)
      let isAll = members.count == tasks.count
      let trials = isAll ? layout.trials : places.flatMap { layout.places[$0].trials }
      return optimizers.indices.map { number in
        var optimizer = optimizers[number]
        if !isAll { optimizer.trials.removeAll { !members.contains($0.task) } }
        let row = PassCell(
          trials: trials.filter { optimizer.name.matches($0) }, tested: optimizer
        ).row(rows, false)
        let successes = places.compactMap { tasks[$0].rows[number].success }
        return OptimizerTotal(
          row: row, taskCount: successes.count,
          macroInitial: MacroMean(successes.map(\.initial)),
          macroSelected: MacroMean(successes.map(\.selected)),
          benchmarkMean: benchmarkMean(of: number, on: places))
      }
    }

    /// The mean over the benchmark's own tasks, where some has several files.
    private func benchmarkMean(of number: Int, on places: [Int]) -> BenchmarkMean? {
      guard layout.benchmarkTaskCount != nil else { return nil }
      let files = Dictionary(grouping: places) { layout.places[$0].group.benchmarkTask }
      let groups = files.sorted { $0.key < $1.key }.map { _, places in
        places.compactMap { tasks[$0].rows[number].success }
      }.filter { !$0.isEmpty }
      guard let initial = MacroMean(groups: groups.map { $0.map(\.initial) }),
        let selected = MacroMean(groups: groups.map { $0.map(\.selected) })
      else { return nil }
      return BenchmarkMean(taskCount: groups.count, initial: initial, selected: selected)
    }
  }

  /// Totals with the probabilities of their changes corrected as one family of tests.
  private static func corrected(_ groups: [[OptimizerTotal]]) -> [[OptimizerTotal]] {
    var changes = groups.joined().compactMap { $0.row.success?.change }
    PairedChange.correct(&changes)
    var remaining = changes[...]
    return groups.map { totals in
      var totals = totals
      for index in totals.indices where totals[index].row.success != nil {
        totals[index].row.success?.change = remaining.removeFirst()
      }
      return totals
    }
  }
}

extension ReportTable.Layout {
  /// The benchmark's own tasks, where some of them has several files; nil where tasks are files.
  var benchmarkTaskCount: Int? {
    let files = Dictionary(grouping: places, by: \.group.benchmarkTask)
    return files.values.contains { Set($0.map(\.task)).count > 1 } ? files.count : nil
  }
}

/// The trials of one optimizer in one place, or in several.
struct PassCell {
  let trials: [TrialRecord]
  let tested: TestedOptimizer

  func row(_ rows: RowsByTrial, _ isPlanned: Bool) -> ResultRow {
    ResultRow(
      optimizer: tested.name, trials: TrialCounts(trials), success: SuccessSummary(tested.trials),
      scores: ScoreSummary(tested.trials),
      progress: trials.filter { $0.state == .complete }.map { trial in
        ProgressPoint.validations(of: trial, in: rows)
      }, spending: TrialSpending(trials, rows: rows), cost: TrialCost(trials, rows: rows),
      isPlanned: isPlanned)
  }
}
