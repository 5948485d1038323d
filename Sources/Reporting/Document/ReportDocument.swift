// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A report in words, for every format that people read: texts and tables of cells, not yet laid
/// out or escaped.
package struct ReportDocument: Sendable {
  /// A named value of a heading.
  struct Fact: Sendable {
    let name: String
    let value: String
  }

  /// The results of one table of the report.
  struct Section: Sendable {
    let title: String
    /// What must be known before a number is read.
    let warning: String?
    let facts: [Fact]
    let grids: [TextGrid]
    let failures: [String]
  }

  /// How much is told.
  enum Detail: Sendable {
    /// What was spent is told of all tasks together.
    case brief
    /// What was spent is told of each task.
    case full
  }

  let title: String
  let facts: [Fact]
  let sections: [Section]
  let notes: [String]

  /// Puts a report into words.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  init(_ report: Report, detail: Detail) {
    title = "optobench report"
    facts = Self.facts(of: report)
    sections = report.tables.map { Section($0, detail: detail) }
    notes = Self.notes(on: report)
  }

  /// The document as text that ends with a line break, or is empty.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func text(as format: some ReportFormat) -> String {
    var text = ""
    format.write(self, to: &text)
    return text
  }
}

/// A table of texts.
struct TextGrid: Sendable {
  /// A column.
  struct Column: Sendable {
    let heading: String
    let isNumeric: Bool

    init(_ heading: String, isNumeric: Bool = true) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  /// A row; as many cells as the grid has columns.
  struct Row: Sendable {
    let cells: [String]
    var isBest = false
  }

  /// Rows with a common label, such as the optimizers on one task.
  struct Block: Sendable {
    let label: String
    let rows: [Row]
  }

  let title: String
  /// What the labels of blocks are, such as tasks; nil when there is one block without a label.
  let blockHeading: String?
  let columns: [Column]
  let blocks: [Block]
  /// The column whose cells are emphasised in rows that are best.
  var emphasizedColumn: Int?
}
