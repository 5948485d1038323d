// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Reporting
import TrialRecords

/// How a table is written.
struct ReportFormatOptions: ParsableArguments {
  @Option(
    help: """
      The table's format: \
      \(ReportFormatCatalog.all.map(\.name).joined(separator: ", ")).
      """)
  var format: String = "terminal"

  mutating func validate() throws {
    guard ReportFormatCatalog.format(named: format) != nil else {
      let names = ReportFormatCatalog.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--format takes one of \(names), not '\(format)'.")
    }
  }

  /// The report of stored rows in the chosen format, ending with a line break.
  func text(of results: StoredResults) -> String {
    guard let format = ReportFormatCatalog.format(named: format) else { return "" }
    return Report(results).text(as: format)
  }
}
