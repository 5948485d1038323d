// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// LaTeX tables for a paper, with the rules of the package `booktabs`.
package struct LaTeXFormat: ReportFormat {
  package let name = "latex"
  package let summary = "LaTeX tables for a paper; needs \\usepackage{booktabs}."
  package let fileExtension = "tex"

  package func write(_ report: Report, to stream: inout some TextOutputStream) {
    write(ReportDocument(report, detail: .full), to: &stream)
  }

  package func write(_ document: ReportDocument, to stream: inout some TextOutputStream) {
    stream.write("% \(document.title); needs \\usepackage{booktabs} and UTF-8 input\n")
    for fact in document.facts { stream.write("% \(fact.name): \(fact.value)\n") }
    for section in document.sections {
      stream.write("\n% \(section.title)\n")
      for fact in section.facts { stream.write("% \(fact.name): \(fact.value)\n") }
      for failure in section.failures { stream.write("% Failed trial: \(failure)\n") }
      for (index, grid) in section.grids.enumerated() {
        // The conditions stand once, below the main table.
        let conditions = index == 0 ? section.facts.map { "\($0.name): \($0.value)." } : []
        let sentences = [grid.title + ".", section.warning].compactMap(\.self) + conditions
        write(grid, caption: sentences.joined(separator: " "), to: &stream)
      }
    }
    guard !document.notes.isEmpty else { return }
    stream.write("\n\\begin{footnotesize}\n")
    for note in document.notes { stream.write("\\noindent \(escaped(note))\\par\n") }
    stream.write("\\end{footnotesize}\n")
  }

  private func write(_ grid: TextGrid, caption: String, to stream: inout some TextOutputStream) {
    func line(_ cells: [String]) -> String { "\(cells.joined(separator: " & ")) \\\\\n" }
    let alignment = String(grid.columns.map { $0.isNumeric ? "r" : "l" })
    let blockHeading = grid.blockHeading.map { [$0] } ?? []
    stream.write("\n\\begin{table}\n\\centering\n\\footnotesize\n")
    stream.write("\\caption{\(escaped(caption))}\n")
    stream.write("\\begin{tabular}{\(blockHeading.isEmpty ? "" : "l")\(alignment)}\n\\toprule\n")
    stream.write(line((blockHeading + grid.columns.map(\.heading)).map { escaped($0) }))
    stream.write("\\midrule\n")
    for (index, block) in grid.blocks.enumerated() {
      if index > 0 { stream.write("\\addlinespace\n") }
      for (number, row) in block.rows.enumerated() {
        let label = blockHeading.map { _ in number == 0 ? escaped(block.label) : "" }
        stream.write(line(label + cells(of: row, in: grid)))
      }
    }
    stream.write("\\bottomrule\n\\end{tabular}\n\\end{table}\n")
  }

  private func cells(of row: TextGrid.Row, in grid: TextGrid) -> [String] {
    row.cells.enumerated().map { index, cell in
      let text = escaped(cell, isNumeric: grid.columns[index].isNumeric)
      return row.isBest && index == grid.emphasizedColumn ? "\\textbf{\(text)}" : text
    }
  }

  private func escaped(_ text: String, isNumeric: Bool = false) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\textbackslash{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}": escaped += "\\\(scalar)"
      case "<", ">", "|": escaped += "$\(scalar == "|" ? "\\mid" : String(scalar))$"
      case "-" where isNumeric: escaped += "$-$"
      // After the end of a row these would be read as its options.
      case "[", "]", "*": escaped += "{\(scalar)}"
      case "\"": escaped += "\\textquotedbl{}"
      case "×": escaped += "$\\times$"
      case "–": escaped += "--"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}

extension ReportFormat where Self == LaTeXFormat {
  /// LaTeX tables for a paper.
  package static var latex: LaTeXFormat { LaTeXFormat() }
}
