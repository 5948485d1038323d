// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import TrialRecords

/// All that is published of stored trials: a table for each suite, data, model and protocol.
///
/// It is computed from rows alone, without a clock or a file, so that anyone with the store gets
/// the same report.
package struct Report: Sendable, Hashable {
  /// The runs that the trials belong to, in the order in which they began.
  package let runs: [RunRecord]
  /// What happened in the runs beside their trials, in the order in which it was noted.
  package let notes: [RunNote]
  /// The tables, in the order of their keys.
  package let tables: [ReportTable]

  /// Whether there is no trial at all.
  package var isEmpty: Bool { tables.isEmpty }

  /// Computes a report.
  ///
  /// - Parameters:
  ///   - results: The rows.
  ///   - prices: What tokens cost; amounts of money are left out where a price is not known.
  ///   - grouping: Where tasks belong; families of tasks and means over a benchmark's own tasks are
  ///     left out where nothing is known.
  /// - Complexity: O(*n*) in the evaluations, times the number of optimizers for comparisons.
  package init(
    _ results: StoredResults, prices: TokenPrices = TokenPrices(),
    grouping: TaskGrouping = TaskGrouping()
  ) {
    runs = results.runs
    notes = results.notes
    let rows = RowsByTrial(results, prices: prices)
    let planned = PlannedCells(results.runs)
    var cache = ProtocolFactsCache()
    let trials = results.trials.map { trial in
      PlacedTrial(trial: trial, facts: cache.facts(of: trial.protocolSettings))
    }
    tables = Dictionary(grouping: trials) { ReportTable.Key($0.trial, $0.facts) }
      .sorted { $0.key < $1.key }
      .map { key, trials in
        ReportTable(
          ReportTable.Layout(key: key, trials: trials, planned: planned, grouping: grouping),
          rows: rows)
      }
  }

  /// The report as text that ends with a line break, or is empty.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func text(as format: some ReportFormat) -> String {
    var text = ""
    write(to: &text, as: format)
    return text
  }

  /// Writes the report.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func write(to stream: inout some TextOutputStream, as format: some ReportFormat) {
    format.write(self, to: &stream)
  }
}
