// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Aligned text for a terminal.
///
/// What was spent is told of all tasks together, so that the report stays short; the other formats
/// tell it of each task.
package struct TerminalFormat: ReportFormat {
  package let name = "terminal"
  package let summary = "Aligned text, the default."
  package let fileExtension = "txt"
  private let width = 100

  package func write(_ report: Report, to stream: inout some TextOutputStream) {
    write(ReportDocument(report, detail: .brief), to: &stream)
  }

  package func write(_ document: ReportDocument, to stream: inout some TextOutputStream) {
    stream.write(document.title + "\n\n")
    write(document.facts, to: &stream)
    for section in document.sections {
      stream.write("\n" + section.title + "\n")
      stream.write(String(repeating: "=", count: section.title.count) + "\n")
      if let warning = section.warning { writeWrapped(warning, to: &stream) }
      write(section.facts, to: &stream)
      for grid in section.grids { write(grid, to: &stream) }
      guard !section.failures.isEmpty else { continue }
      stream.write("\nFailed trials\n")
      for failure in section.failures { writeWrapped(failure, indent: "  ", to: &stream) }
    }
    guard !document.notes.isEmpty else { return }
    stream.write("\nNotes\n")
    for note in document.notes { writeWrapped(note, indent: "  ", to: &stream) }
  }

  private func write(_ facts: [ReportDocument.Fact], to stream: inout some TextOutputStream) {
    let reach = facts.map(\.name.count).max() ?? 0
    for fact in facts {
      let name = fact.name.padded(to: reach, isNumeric: false)
      let indent = String(repeating: " ", count: reach + 2)
      writeWrapped(fact.value, first: name + "  ", indent: indent, to: &stream)
    }
  }

  private func write(_ grid: TextGrid, to stream: inout some TextOutputStream) {
    let indent = grid.blockHeading == nil ? "" : "  "
    let widths = grid.columns.indices.map { column in
      let cells = grid.blocks.flatMap { $0.rows.map { $0.cells[column].count } }
      return max(grid.columns[column].heading.count, cells.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map {
        cells[$0].padded(to: widths[$0], isNumeric: grid.columns[$0].isNumeric)
      }
      return (indent + padded.joined(separator: "  ")).trimmingTrailingSpaces + "\n"
    }
    stream.write("\n")
    writeWrapped(grid.title, to: &stream)
    let heading = line(grid.columns.map(\.heading))
    stream.write(heading)
    stream.write(String(repeating: "-", count: heading.count - 1) + "\n")
    for block in grid.blocks {
      if grid.blockHeading != nil { stream.write(block.label + "\n") }
      for row in block.rows { stream.write(line(row.cells)) }
    }
  }

  /// Writes words in lines of at most the width, unless a word is longer.
  private func writeWrapped(
    _ text: String, first: String? = nil, indent: String = "",
    to stream: inout some TextOutputStream
  ) {
    var line = first ?? indent
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        stream.write(line + "\n")
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    stream.write(line.trimmingTrailingSpaces + "\n")
  }
}

extension ReportFormat where Self == TerminalFormat {
  /// Aligned text for a terminal.
  package static var terminal: TerminalFormat { TerminalFormat() }
}

extension String {
  fileprivate func padded(to width: Int, isNumeric: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - count))
    return isNumeric ? space + self : self + space
  }

  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
