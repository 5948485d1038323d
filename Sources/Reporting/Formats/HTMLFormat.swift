// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One HTML page that needs nothing beside it and runs no script.
package struct HTMLFormat: ReportFormat {
  package let name = "html"
  package let summary = "One HTML page without scripts that works from disk."
  package let fileExtension = "html"

  package func write(_ report: Report, to stream: inout some TextOutputStream) {
    write(ReportDocument(report, detail: .full), to: &stream)
  }

  package func write(_ document: ReportDocument, to stream: inout some TextOutputStream) {
    writeBody(document, to: &stream)
    stream.write(Self.foot)
  }

  /// Writes all but the end of the page, so that more can follow.
  func writeBody(_ document: ReportDocument, to stream: inout some TextOutputStream) {
    stream.write(Self.head(title: htmlEscaped(document.title)))
    stream.write("<h1>\(htmlEscaped(document.title))</h1>\n")
    write(document.facts, to: &stream)
    for (index, section) in document.sections.enumerated() {
      let id = "section-\(index + 1)"
      stream.write("<section aria-labelledby=\"\(id)\">\n")
      stream.write("<h2 id=\"\(id)\">\(htmlEscaped(section.title))</h2>\n")
      if let warning = section.warning { stream.write("<p>\(htmlEscaped(warning))</p>\n") }
      write(section.facts, to: &stream)
      for grid in section.grids { write(grid, to: &stream) }
      write(section.failures, heading: "Failed trials", level: 3, to: &stream)
      stream.write("</section>\n")
    }
    write(document.notes, heading: "Notes", level: 2, to: &stream)
  }

  /// The end of the page.
  static let foot = "</main>\n</body>\n</html>\n"

  private static func head(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
    'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
    main { max-width: 76rem; margin: 0 auto; padding: 1rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; }
    dt { font-weight: 600; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .table { overflow-x: auto; margin: 1.5rem 0; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding-bottom: 0.3rem; }
    th, td { padding: 0.2rem 0.6rem; text-align: left; vertical-align: top; }
    .number { text-align: right; white-space: nowrap; }
    thead th { border-bottom: 2px solid; }
    tbody { border-bottom: 1px solid; }
    figure { margin: 1.5rem 0; }
    figcaption { font-weight: 600; padding-bottom: 0.3rem; }
    img { max-width: 100%; height: auto; }
    details { border-left: 2px solid; padding-left: 0.8rem; margin: 0.3rem 0; }
    summary { cursor: pointer; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.2rem 0 0.8rem; }
    ins, del { text-decoration: none; font-weight: 600; }
    del { opacity: 0.75; }
    @media print { details::details-content { content-visibility: visible; display: block; } }
    @media print { .table { overflow-x: visible; } body { font-size: 9pt; } }
    </style>
    </head>
    <body>
    <main>

    """
  }

  private func write(_ facts: [ReportDocument.Fact], to stream: inout some TextOutputStream) {
    stream.write("<dl>\n")
    for fact in facts {
      stream.write("<dt>\(htmlEscaped(fact.name))</dt><dd>\(htmlEscaped(fact.value))</dd>\n")
    }
    stream.write("</dl>\n")
  }

  private func write(
    _ texts: [String], heading: String, level: Int, to stream: inout some TextOutputStream
  ) {
    guard !texts.isEmpty else { return }
    stream.write("<h\(level)>\(heading)</h\(level)>\n<ul>\n")
    for text in texts { stream.write("<li>\(htmlEscaped(text))</li>\n") }
    stream.write("</ul>\n")
  }

  private func write(_ grid: TextGrid, to stream: inout some TextOutputStream) {
    let title = htmlEscaped(grid.title)
    // A table that is wider than the window scrolls by itself, also with the keyboard.
    stream.write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\(title)\">\n")
    stream.write("<table>\n<caption>\(title)</caption>\n<thead>\n<tr>")
    if let heading = grid.blockHeading {
      stream.write("<th scope=\"col\">\(htmlEscaped(heading))</th>")
    }
    for column in grid.columns {
      stream.write("<th scope=\"col\"\(column.attribute)>\(htmlEscaped(column.heading))</th>")
    }
    stream.write("</tr>\n</thead>\n")
    for block in grid.blocks where !block.rows.isEmpty {
      stream.write("<tbody>\n")
      for (number, row) in block.rows.enumerated() {
        stream.write("<tr>")
        if grid.blockHeading != nil, number == 0 {
          let span = "rowspan=\"\(block.rows.count)\" scope=\"rowgroup\""
          stream.write("<th \(span)>\(htmlEscaped(block.label))</th>")
        }
        for index in row.cells.indices { stream.write(cell(index, of: row, in: grid)) }
        stream.write("</tr>\n")
      }
      stream.write("</tbody>\n")
    }
    stream.write("</table>\n</div>\n")
  }

  private func cell(_ index: Int, of row: TextGrid.Row, in grid: TextGrid) -> String {
    let text = htmlEscaped(row.cells[index])
    if index == 0 { return "<th scope=\"row\">\(text)</th>" }
    let isEmphasized = row.isBest && index == grid.emphasizedColumn
    let content = isEmphasized ? "<strong>\(text)</strong>" : text
    return "<td\(grid.columns[index].attribute)>\(content)</td>"
  }
}

extension ReportFormat where Self == HTMLFormat {
  /// One HTML page that needs nothing beside it.
  package static var html: HTMLFormat { HTMLFormat() }
}

extension TextGrid.Column {
  fileprivate var attribute: String { isNumeric ? " class=\"number\"" : "" }
}
