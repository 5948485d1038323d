// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

/// JSON with members in a fixed order and numbers in full precision.
package struct JSONFormat: ReportFormat {
  package let name = "json"
  package let summary = "Everything, in full precision, for programs."
  package let fileExtension = "json"

  package func write(_ report: Report, to stream: inout some TextOutputStream) {
    let value: JSONValue = [
      "report_version": 1,
      "confidence_level": .real(ConfidenceInterval.level),
      "runs": .array(report.runs.map(run)),
      "tables": .array(report.tables.map(table)),
      "notes": .array(ReportDocument.notes(on: report).map { .string($0) }),
    ]
    stream.write(value.indentedText + "\n")
  }

  private func run(_ run: RunRecord) -> JSONValue {
    [
      "id": .string(run.id), "created_at": .string(run.createdAt),
      "finished_at": run.finishedAt.map { .string($0) } ?? .null,
      "bench_version": .string(run.benchVersion), "command_line": .string(run.commandLine),
      "machine": .string(run.machine), "plan_digest": .string(run.planDigest.hex),
    ]
  }

  private func table(_ table: ReportTable) -> JSONValue {
    let key = table.key
    return [
      "title": .string(key.title), "suite": .string(key.suite),
      "course": .string(key.course.rawValue),
      "data": .string(key.dataLabel), "data_is_generated": .bool(key.hasGeneratedData),
      "data_warning": key.dataWarning.map { .string($0) } ?? .null,
      "model": .string(key.model), "optimizer_model": .string(key.optimizerModel),
      "protocol": .string(key.protocolName), "protocol_settings": .string(key.protocolSettings),
      "rows": .array(ResultField.rows(of: table).map { .object($0) }),
      "totals": .array(ResultField.totals(of: table).map { .object($0) }),
      "task_comparisons": .array(
        table.tasks.flatMap { task in
          task.comparisons.map { .object(ResultField.members(of: $0, on: task)) }
        }),
      "comparisons": .array(
        table.comparisons.map { .object(ResultField.members(of: $0, on: nil)) }),
      "task_search_comparisons": .array(
        table.tasks.flatMap { task in
          task.searchComparisons.map { .object(ResultField.members(of: $0, on: task)) }
        }),
      "search_comparisons": .array(
        table.searchComparisons.map { .object(ResultField.members(of: $0, on: nil)) }),
      "failed_trials": .array(
        table.failures.map {
          [
            "task": .string($0.task), "optimizer": .string($0.optimizer),
            "seed": .integer($0.seed), "error": .string($0.error),
          ]
        }),
    ]
  }
}

extension ReportFormat where Self == JSONFormat {
  /// JSON in full precision.
  package static var json: JSONFormat { JSONFormat() }
}
