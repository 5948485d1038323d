// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// Comma-separated values (RFC 4180): a line for each task and optimizer and, with `all` or `family`
/// as level, for each optimizer over all tasks or a family of them, with numbers in full precision.
package struct CSVFormat: ReportFormat {
  package let name = "csv"
  package let summary = "One line for each task and optimizer, in full precision."
  package let fileExtension = "csv"

  package func write(_ report: Report, to stream: inout some TextOutputStream) {
    stream.write(line(ResultField.all.map { .string($0.name) }))
    for table in report.tables {
      let totals = ResultField.totals(of: table) + ResultField.families(of: table)
      for fields in ResultField.rows(of: table) + totals {
        stream.write(line(fields.map(\.value)))
      }
    }
  }

  package func write(_ document: ReportDocument, to stream: inout some TextOutputStream) {
    for grid in document.sections.flatMap(\.grids) {
      let heading = grid.blockHeading.map { [$0] } ?? []
      stream.write(line((heading + grid.columns.map(\.heading)).map { .string($0) }))
      for block in grid.blocks {
        for row in block.rows {
          stream.write(line((heading.map { _ in block.label } + row.cells).map { .string($0) }))
        }
      }
    }
  }

  private func line(_ values: [JSONValue]) -> String {
    values.map(field).joined(separator: ",") + "\r\n"
  }

  private func field(_ value: JSONValue) -> String {
    Self.field(value == .null ? "" : value.stringValue ?? value.text)
  }

  /// A text as a field, in quotes where it needs them.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func field(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
    guard needsQuotes else { return text }
    let doubled = text.unicodeScalars.reduce(into: "") { doubled, scalar in
      if scalar == "\"" { doubled += "\"" }
      doubled.unicodeScalars.append(scalar)
    }
    return "\"\(doubled)\""
  }
}

extension ReportFormat where Self == CSVFormat {
  /// Comma-separated values.
  package static var csv: CSVFormat { CSVFormat() }
}
