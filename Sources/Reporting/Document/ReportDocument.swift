// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A report in words, for every format that people read: texts and tables of cells, not yet laid
/// out or escaped.
struct ReportDocument {
  /// A named value of a heading.
  struct Fact {
    let name: String
    let value: String
  }

  /// The results of one table of the report.
  struct Section {
    let title: String
    /// What must be known before a number is read.
    let warning: String?
    let facts: [Fact]
    let grids: [TextGrid]
    let failures: [String]
  }

  /// How much is told.
  enum Detail {
    /// What was spent is told of all tasks together.
    case brief
    /// What was spent is told of each task.
    case full
  }

  let title = "optobench report"
  let facts: [Fact]
  let sections: [Section]
  let notes: [String]

  /// Puts a report into words.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  init(_ report: Report, detail: Detail) {
    facts = Self.facts(of: report)
    sections = report.tables.map { Section($0, detail: detail) }
    notes = Self.notes(on: report)
  }
}

/// A table of texts.
struct TextGrid {
  /// A column.
  struct Column {
    let heading: String
    let isNumeric: Bool

    init(_ heading: String, isNumeric: Bool = true) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  /// A row; as many cells as the grid has columns.
  struct Row {
    let cells: [String]
    var isBest = false
  }

  /// Rows with a common label, such as the optimizers on one task.
  struct Block {
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
