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
      "runs": .array(report.runs.map { run($0, in: report) }),
      "tables": .array(report.tables.map(table)),
      "notes": .array(notes(on: report).map { .string($0) }),
    ]
    stream.write(value.indentedText + "\n")
  }

  /// The notes of every format, after what is otherwise here than in tables.
  private func notes(on report: Report) -> [String] {
    guard !report.isEmpty else { return [] }
    let units =
      "Numbers of this file: rates, improvements and their differences are parts of 1, where tables "
      + "have percent. Scores of searches and their differences have the unit and the sign of the "
      + "task, as in tables: lower is better where measure_is_cost is true."
    return [units] + ReportDocument.notes(on: report)
  }

  package func write(_ document: ReportDocument, to stream: inout some TextOutputStream) {
    let value: JSONValue = [
      "title": .string(document.title),
      "facts": .array(document.facts.map { [$0.name: .string($0.value)] }),
      "sections": .array(
        document.sections.map { section in
          [
            "title": .string(section.title), "warning": JSONValue(section.warning),
            "facts": .array(section.facts.map { [$0.name: .string($0.value)] }),
            "tables": .array(section.grids.map(grid)),
          ]
        }),
      "notes": .array(document.notes.map { .string($0) }),
    ]
    stream.write(value.indentedText + "\n")
  }

  private func grid(_ grid: TextGrid) -> JSONValue {
    let rows = grid.blocks.flatMap { block in
      block.rows.map { row -> JSONValue in
        let label = grid.blockHeading.map { [JSONValue.Member($0, .string(block.label))] } ?? []
        return .object(
          label + zip(grid.columns, row.cells).map { .init($0.heading, .string($1)) })
      }
    }
    return ["title": .string(grid.title), "rows": .array(rows)]
  }

  private func run(_ run: RunRecord, in report: Report) -> JSONValue {
    let notes = report.notes.filter { $0.runID == run.id }.map { note -> JSONValue in
      [
        "created_at": .string(note.createdAt), "kind": .string(note.kind.rawValue),
        "message": .string(note.message),
      ]
    }
    return [
      "id": .string(run.id), "created_at": .string(run.createdAt),
      "finished_at": run.finishedAt.map { .string($0) } ?? .null,
      "bench_version": .string(run.benchVersion), "command_line": .string(run.commandLine),
      "machine": .string(run.machine), "plan_digest": .string(run.planDigest.hex),
      "notes": .array(notes),
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
      "families": .array(ResultField.families(of: table).map { .object($0) }),
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
