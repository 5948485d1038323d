// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Reporting

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

  /// A document in the chosen format, ending with a line break.
  func text(of document: ReportDocument) -> String {
    guard let format = ReportFormatCatalog.format(named: format) else { return "" }
    return document.text(as: format)
  }

  /// A report in the chosen format, ending with a line break.
  func text(of report: Report) -> String {
    guard let format = ReportFormatCatalog.format(named: format) else { return "" }
    return report.text(as: format)
  }
}
