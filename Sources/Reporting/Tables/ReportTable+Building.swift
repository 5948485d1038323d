// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

extension ReportTable {
  /// Computes the table of trials that share a key.
  init(key: Key, trials: [TrialRecord], rows: RowsByTrial) {
    let optimizers = Self.names(of: trials)
    let places = Self.places(of: trials)
    var tested = optimizers.map { TestedOptimizer(name: $0, trials: []) }
    var tasks: [TaskResults] = []
    for (index, place) in places.enumerated() {
      let cells = Self.cells(of: place, at: index, optimizers: optimizers, rows: rows)
      for (number, cell) in cells.enumerated() { tested[number].trials += cell.tested.trials }
      tasks.append(
        TaskResults(
          task: place.task, dataDigest: place.dataDigest.hex, label: place.label,
          rows: cells.map { $0.row(rows) },
          comparisons: OptimizerComparison.allPairs(cells.map(\.tested))))
    }
    self.key = key
    self.tasks = Self.corrected(tasks)
    comparisons = OptimizerComparison.corrected(OptimizerComparison.allPairs(tested))
    totals = Self.totals(
      of: tested, trials: trials, tasks: self.tasks, comparisons: comparisons, rows: rows)
    failures = trials.filter { $0.state == .failed }.map { trial in
      FailedTrial(
        task: trial.task, optimizer: Self.label(of: trial, in: optimizers), seed: trial.seed,
        error: trial.error ?? "no error was stored")
    }
  }

  private static func names(of trials: [TrialRecord]) -> [OptimizerName] {
    let groups = Dictionary(grouping: trials, by: \.optimizer)
    return groups.sorted { $0.key < $1.key }.flatMap { id, trials in
      let settings = Set(trials.map(\.optimizerSettings)).sorted()
      return settings.enumerated().map { index, text in
        OptimizerName(
          id: id, settings: text, label: settings.count > 1 ? "\(id) (\(index + 1))" : id)
      }
    }
  }

  private static func label(of trial: TrialRecord, in names: [OptimizerName]) -> String {
    names.first { $0.matches(trial) }?.label ?? trial.optimizer
  }

  private static func places(of trials: [TrialRecord]) -> [Place] {
    Dictionary(grouping: trials, by: \.task).sorted { $0.key < $1.key }.flatMap { task, trials in
      let data = Dictionary(grouping: trials, by: \.dataDigest)
      return data.sorted { $0.key.hex < $1.key.hex }.map { digest, trials in
        Place(
          task: task, dataDigest: digest, trials: trials,
          label: data.count > 1 ? "\(task) (data \(digest.shortHex))" : task)
      }
    }
  }

  private static func cells(
    of place: Place, at index: Int, optimizers: [OptimizerName], rows: RowsByTrial
  ) -> [Cell] {
    var numbering = ItemNumbering()
    return optimizers.map { name in
      let trials = place.trials.filter { name.matches($0) }
      let tested = trials.filter { $0.state == .complete }.map {
        TestedTrial($0, task: index, outcomes: rows.outcomes(of: $0), numbering: &numbering)
      }
      return Cell(trials: trials, tested: TestedOptimizer(name: name, trials: tested))
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

  private static func totals(
    of optimizers: [TestedOptimizer], trials: [TrialRecord], tasks: [TaskResults],
    comparisons: [OptimizerComparison], rows: RowsByTrial
  ) -> [OptimizerTotal] {
    var results = optimizers.map { optimizer in
      Cell(trials: trials.filter { optimizer.name.matches($0) }, tested: optimizer).row(rows)
    }
    let best = OptimizerComparison.best(of: results, by: comparisons)
    var changes = results.compactMap { $0.success?.change }
    PairedChange.correct(&changes)
    var remaining = changes[...]
    return results.indices.map { index in
      if results[index].success != nil { results[index].success?.change = remaining.removeFirst() }
      results[index].isBest = index == best
      let successes = tasks.compactMap { $0.rows[index].success }
      return OptimizerTotal(
        row: results[index], taskCount: successes.count,
        macroInitial: MacroMean(successes.map(\.initial)),
        macroSelected: MacroMean(successes.map(\.selected)))
    }
  }
}

/// The trials of one task on one kind of data.
private struct Place {
  let task: String
  let dataDigest: ContentDigest
  let trials: [TrialRecord]
  let label: String
}

/// The trials of one optimizer in one place.
private struct Cell {
  let trials: [TrialRecord]
  let tested: TestedOptimizer

  func row(_ rows: RowsByTrial) -> ResultRow {
    ResultRow(
      optimizer: tested.name, trials: TrialCounts(trials), success: SuccessSummary(tested.trials),
      scores: ScoreSummary(tested.trials), spending: TrialSpending(trials, rows: rows))
  }
}

extension OptimizerName {
  fileprivate func matches(_ trial: TrialRecord) -> Bool {
    trial.optimizer == id && trial.optimizerSettings == settings
  }
}
