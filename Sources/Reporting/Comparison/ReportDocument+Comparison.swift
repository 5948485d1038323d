// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ReportDocument {
  /// What differs between runs or stores, in words.
  package init(_ comparison: RunComparison) {
    title = "optobench comparison"
    facts = comparison.labels.enumerated().map { number, label in
      Fact(name: Self.letter(number), value: plainText(label))
    }
    let name = "\(comparison.labels.count) sides"
    var grids: [TextGrid] = []
    if !comparison.changes.isEmpty { grids.append(TextGrid(changesOf: comparison)) }
    if !comparison.rows.isEmpty { grids.append(TextGrid(resultsOf: comparison)) }
    let warning =
      comparison.changes.isEmpty
      ? "All conditions are the same." : "Conditions differ: see the first table."
    sections = [
      Section(
        title: "Comparison of \(name)", warning: warning, facts: [], grids: grids, failures: [])
    ]
    notes = Self.comparisonNotes(comparison)
  }

  /// A letter for a side, a number after the twenty-sixth.
  fileprivate static func letter(_ number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return letters.indices.contains(number) ? String(letters[number]) : "\(number + 1)"
  }

  private static func comparisonNotes(_ comparison: RunComparison) -> [String] {
    var notes = [
      "Differences are the second side less the first. p: on the same items or instances with the "
        + "same seeds, two-sided. Success: \(pairedTests(isRepeated: true)). Scores: the exact "
        + "signed-rank test over trials. Corrected by Holm's method over all rows. *: p < 0.05 and an "
        + "interval of the difference without 0.",
      "Paired yes: both sides share data and seeds, and only what they share is counted. No: data "
        + "or seeds are others, so that the interval is that of independent rates, searches have "
        + "none, and nothing is tested.",
    ]
    let isMissing = comparison.rows.contains {
      if case .missing = $0.content { true } else { false }
    }
    if isMissing { notes.append("not run: no complete trial of that side.") }
    return notes
  }
}

extension TextGrid {
  fileprivate init(changesOf comparison: RunComparison) {
    title = "Conditions that differ"
    blockHeading = nil
    columns =
      [Column("Condition", isNumeric: false)]
      + comparison.labels.indices.map { Column(ReportDocument.letter($0), isNumeric: false) }
    let rows = comparison.changes.map { change in
      Row(cells: [plainText(change.name)] + change.values.map(plainText))
    }
    blocks = [Block(label: "", rows: rows)]
  }

  fileprivate init(resultsOf comparison: RunComparison) {
    title = "Results: selected or best states"
    blockHeading = "Task"
    columns = [
      Column("Optimizer", isNumeric: false), Column("Sides", isNumeric: false),
      Column("Paired", isNumeric: false), Column("n"), Column("First"), Column("Second"),
      Column("Difference [95% CI]"), Column("p"),
    ]
    var blocks: [Block] = []
    var rest = comparison.rows[...]
    while let first = rest.first {
      let group = rest.prefix { $0.suite == first.suite && $0.task == first.task }
      rest = rest.dropFirst(group.count)
      blocks.append(
        Block(label: plainText("\(first.suite) \(first.task)"), rows: group.map(Self.row)))
    }
    self.blocks = blocks
  }

  private static func row(_ row: RunComparison.Row) -> Row {
    let sides = "A, \(ReportDocument.letter(row.side))"
    let probability = row.holmPValue.map {
      (row.isSignificant ? "*" : "") + NumberText.probability($0)
    }
    return Row(
      cells: [plainText(row.optimizer), sides] + cells(of: row.content)
        + [probability ?? NumberText.none],
      isBest: row.isSignificant)
  }

  private static func cells(of content: RunComparison.Row.Content) -> [String] {
    switch content {
    case .success(let comparison):
      let change = comparison.change
      return [
        "yes", NumberText.count(comparison.pairCount),
        NumberText.percent(comparison.firstRate), NumberText.percent(comparison.secondRate),
        change.isSameState ? NumberText.same : NumberText.points(change.difference),
      ]
    case .separateSuccess(let first, let second, let difference):
      return [
        "no", "\(first.count), \(second.count)", NumberText.percent(first),
        NumberText.percent(second), NumberText.points(difference),
      ]
    case .search(let comparison, let first, let second, let measure):
      return [
        "yes", NumberText.count(comparison.pairCount), NumberText.mean(first, as: measure),
        NumberText.mean(second, as: measure),
        comparison.difference.map { NumberText.mean($0, as: measure) } ?? NumberText.none,
      ]
    case .separateSearch(let first, let second, let measure):
      return [
        "no", "\(first.count), \(second.count)", NumberText.mean(first.mean, as: measure),
        NumberText.mean(second.mean, as: measure), NumberText.none,
      ]
    case .missing(let onFirst):
      let mark = "not run"
      return [
        "no", NumberText.none, onFirst ? mark : "run", onFirst ? "run" : mark, NumberText.none,
      ]
    }
  }
}
