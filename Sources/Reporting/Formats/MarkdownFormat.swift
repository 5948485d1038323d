// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// GitHub-flavoured Markdown.
package struct MarkdownFormat: ReportFormat {
  package let name = "markdown"
  package let summary = "Markdown tables for a README or an issue."
  package let fileExtension = "md"

  package func write(_ report: Report, to stream: inout some TextOutputStream) {
    write(ReportDocument(report, detail: .full), to: &stream)
  }

  package func write(_ document: ReportDocument, to stream: inout some TextOutputStream) {
    stream.write("# \(escaped(document.title))\n\n")
    write(document.facts, to: &stream)
    for section in document.sections {
      stream.write("\n## \(escaped(section.title))\n\n")
      if let warning = section.warning { stream.write("\(escaped(warning))\n\n") }
      write(section.facts, to: &stream)
      for grid in section.grids { write(grid, to: &stream) }
      guard !section.failures.isEmpty else { continue }
      stream.write("\n### Failed trials\n\n")
      for failure in section.failures { stream.write("- \(escaped(failure))\n") }
    }
    guard !document.notes.isEmpty else { return }
    stream.write("\n## Notes\n\n")
    for note in document.notes { stream.write("- \(escaped(note))\n") }
  }

  private func write(_ facts: [ReportDocument.Fact], to stream: inout some TextOutputStream) {
    for fact in facts { stream.write("- \(escaped(fact.name)): \(escaped(fact.value))\n") }
  }

  private func write(_ grid: TextGrid, to stream: inout some TextOutputStream) {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
    stream.write("\n### \(escaped(grid.title))\n\n")
    let blockHeading = grid.blockHeading.map { [$0] } ?? []
    stream.write(line((blockHeading + grid.columns.map(\.heading)).map(escaped)))
    stream.write(line(blockHeading.map { _ in "---" } + grid.columns.map(\.rule)))
    for block in grid.blocks {
      let label = blockHeading.map { _ in escaped(block.label) }
      for row in block.rows {
        let cells = row.cells.enumerated().map { index, cell in
          let isEmphasized = row.isBest && index == grid.emphasizedColumn
          return isEmphasized ? "**\(escaped(cell))**" : escaped(cell)
        }
        stream.write(line(label + cells))
      }
    }
  }

  /// Takes the meaning from all characters that mark something up, and keeps numbers and names with
  /// inner underscores readable.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    var previous: Unicode.Scalar = " "
    let scalars = text.unicodeScalars
    for (scalar, next) in zip(scalars, Array(scalars.dropFirst()) + [" "]) {
      switch scalar {
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "|", "~", "$", "#": escaped += "\\\(scalar)"
      case "_" where !(previous.isAlphanumeric && next.isAlphanumeric): escaped += "\\_"
      case "(" where previous == "]", "[" where previous == "]", ":" where previous == "]":
        escaped += "\\\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return escaped
  }
}

extension ReportFormat where Self == MarkdownFormat {
  /// GitHub-flavoured Markdown.
  package static var markdown: MarkdownFormat { MarkdownFormat() }
}

extension TextGrid.Column {
  fileprivate var rule: String { isNumeric ? "---:" : "---" }
}

extension Unicode.Scalar {
  fileprivate var isAlphanumeric: Bool { properties.isAlphabetic || properties.numericType != nil }
}
