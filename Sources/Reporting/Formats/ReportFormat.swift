// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A way of writing a report, such as Markdown.
package protocol ReportFormat: Sendable {
  /// The name on the command line.
  var name: String { get }
  /// One sentence that says what it is for.
  var summary: String { get }
  /// The usual ending of a file's name, without a dot.
  var fileExtension: String { get }

  /// Writes a report.
  func write(_ report: Report, to stream: inout some TextOutputStream)

  /// Writes texts and tables.
  func write(_ document: ReportDocument, to stream: inout some TextOutputStream)
}
