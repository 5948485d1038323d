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

  /// Reads the plans of runs; a plan of another form, or of a part of its trials, names nothing.
  ///
  /// - Complexity: O(*n*) in the tasks times the optimizers of all plans.
  init(_ runs: [RunRecord]) {
    for run in runs {
      guard let plan = try? JSONValue(parsing: run.plan), plan["shard"]?.members == nil,
        let suite = plan["suite"]?.stringValue, let model = plan["model"]?.stringValue,
        let optimizerModel = plan["optimizer_model"]?.stringValue,
        let protocolName = plan["protocol"]?["name"]?.stringValue
      else { continue }
      for task in plan["tasks"]?.arrayValue?.compactMap(\.stringValue) ?? [] {
        for optimizer in plan["optimizers"]?.arrayValue?.compactMap(\.stringValue) ?? [] {
          cells.insert(
            Cell(
              suite: suite, task: task, optimizer: optimizer, model: model,
              optimizerModel: optimizerModel, protocolName: protocolName))
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
