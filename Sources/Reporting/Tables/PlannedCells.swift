// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

/// What the plans of runs name: a cell that was planned and has no trial is one to which its
/// optimizer does not apply.
struct PlannedCells {
  private struct Cell: Hashable {
    let suite: String
    let task: String
    let optimizer: String
    let model: String
    let optimizerModel: String
    let protocolName: String
  }

  private var cells: Set<Cell> = []

  /// Reads the plans of runs; a plan of another form, of a part of its trials, or that leaves some
  /// trials out names nothing.
  ///
  /// - Complexity: O(*n*) in the tasks times optimizers, models and protocols of all plans.
  init(_ runs: [RunRecord]) {
    for run in runs where run.shard == nil {
      guard let plan = try? JSONValue(parsing: run.plan) else { continue }
      for group in plan["groups"]?.arrayValue ?? [] { add(group) }
    }
  }

  private mutating func add(_ group: JSONValue) {
    func texts(_ name: String) -> [String] {
      group[name]?.arrayValue?.compactMap(\.stringValue) ?? []
    }
    guard let suite = group["suite"]?.stringValue, group["exclude"]?.arrayValue?.isEmpty ?? true
    else { return }
    let models = (group["models"]?.arrayValue ?? []).compactMap { pair in
      pair["task"]?.stringValue.flatMap { task in
        pair["optimizer"]?.stringValue.map { (task: task, optimizer: $0) }
      }
    }
    let protocols = (group["protocols"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
    for (task, optimizer) in texts("tasks").flatMap({ task in
      texts("optimizers").map { (task, $0) }
    }) {
      for pair in models {
        for name in protocols {
          cells.insert(
            Cell(
              suite: suite, task: task, optimizer: optimizer, model: pair.task,
              optimizerModel: pair.optimizer, protocolName: name))
        }
      }
    }
  }

  /// Whether a plan names the optimizer on the task under the conditions of a table.
  func contains(_ optimizer: String, on task: String, under key: ReportTable.Key) -> Bool {
    cells.contains(
      Cell(
        suite: key.suite, task: task, optimizer: optimizer, model: key.model,
        optimizerModel: key.optimizerModel, protocolName: key.protocolName))
  }
}
