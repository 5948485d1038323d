// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

/// A trial with what its settings say.
struct PlacedTrial {
  let trial: TrialRecord
  let facts: ProtocolFacts
}

extension ReportTable {
  /// The rows and columns of a table: which optimizers on which tasks.
  struct Layout {
    /// The trials of one task on one kind of data with one workflow.
    struct Place {
      let task: String
      let dataDigest: ContentDigest
      let workflow: String?
      let measure: ScoreMeasure
      let trials: [TrialRecord]
      let label: String
      let group: TaskGrouping.Place
    }

    let key: Key
    let trials: [TrialRecord]
    let optimizers: [OptimizerName]
    let places: [Place]
    private let planned: PlannedCells

    init(key: Key, trials: [PlacedTrial], planned: PlannedCells, grouping: TaskGrouping) {
      self.key = key
      self.trials = trials.map(\.trial)
      self.planned = planned
      optimizers = Self.names(of: self.trials)
      places = Self.places(of: trials) { grouping.place(of: $0, in: key.suite) }
    }

    /// Whether a plan names the optimizer on the task of a place.
    func isPlanned(_ optimizer: OptimizerName, on place: Place) -> Bool {
      planned.contains(optimizer.id, on: place.task, under: key)
    }

    /// The trials that failed.
    var failures: [FailedTrial] {
      trials.filter { $0.state == .failed }.map { trial in
        FailedTrial(
          task: trial.task,
          optimizer: optimizers.first { $0.matches(trial) }?.label ?? trial.optimizer,
          seed: trial.seed, error: trial.error ?? "no error was stored")
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

    private static func places(
      of trials: [PlacedTrial], group: (_ task: String) -> TaskGrouping.Place
    ) -> [Place] {
      let tasks = Dictionary(grouping: trials, by: \.trial.task).sorted { $0.key < $1.key }
      return tasks.flatMap { task, trials in
        let hasSeveralData = Set(trials.map(\.trial.dataDigest)).count > 1
        let kinds = Dictionary(grouping: trials) {
          [$0.trial.dataDigest.hex, $0.facts.workflow ?? ""]
        }
        let hasSeveralWorkflows = Set(trials.map(\.facts.workflow)).count > 1
        return kinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { _, trials in
          let first = trials[0]
          var remarks: [String] = []
          if hasSeveralData { remarks.append("data \(first.trial.dataDigest.shortHex)") }
          if hasSeveralWorkflows { remarks.append("workflow \(first.facts.workflow ?? "unknown")") }
          let remark = remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"
          return Place(
            task: task, dataDigest: first.trial.dataDigest, workflow: first.facts.workflow,
            measure: first.facts.measure, trials: trials.map(\.trial), label: task + remark,
            group: group(task))
        }
      }
    }
  }
}

extension TaskResults {
  init(_ place: ReportTable.Layout.Place, rows: [ResultRow], comparisons: [OptimizerComparison]) {
    self.init(
      task: place.task, dataDigest: place.dataDigest.hex, workflow: place.workflow,
      measure: place.measure, label: place.label, rows: rows, comparisons: comparisons)
  }
}

extension OptimizerName {
  /// Whether a trial is one of this optimizer with these settings.
  func matches(_ trial: TrialRecord) -> Bool {
    trial.optimizer == id && trial.optimizerSettings == settings
  }
}
