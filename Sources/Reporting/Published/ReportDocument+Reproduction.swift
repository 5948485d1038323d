// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ReportDocument {
  /// Published values and ours side by side, in words.
  ///
  /// - Parameters:
  ///   - reproductions: One for each of our tables; at least one.
  ///   - remarks: What else must be known, such as optimizers that there are not.
  package init(_ reproductions: [Reproduction], remarks: [String] = []) {
    let first = reproductions.first?.published
    title = first.map { "\($0.id): \($0.title)" } ?? "nothing to reproduce"
    facts = [
      Fact(name: "Source", value: first?.source ?? NumberText.none),
      Fact(name: "Model of the paper", value: first?.model ?? NumberText.none),
    ]
    sections = reproductions.map(Section.init)
    let published = reproductions.flatMap(\.published.notes)
    let once = published.enumerated().filter { published.firstIndex(of: $1) == $0 }.map(\.element)
    notes = remarks + once + [Self.columnsNote]
  }

  private static let columnsNote =
    "Ours is the mean with its 95% interval; n is what it is the mean of. Difference is ours less "
    + "the published value. Its interval joins both standard errors where both are known (Welch's "
    + "with Satterthwaite's degrees of freedom, or with ours where it is not known how many trials "
    + "were published) and is never shorter than that of ours; else it is ours alone and takes the "
    + "published value as exact, which makes it too short. A trial that ended by itself, because it "
    + "reached the target or its optimizer was done, keeps its last value; not reached: the budget "
    + "or the protocol cut a trial off before the step. A different model makes other numbers, which "
    + "refutes nothing."
}

extension ReportDocument.Section {
  fileprivate init(_ reproduction: Reproduction) {
    let key = reproduction.key
    title = key.map { plainText("Ours: \($0.title)") } ?? "Ours: nothing stored that fits"
    warning = key.map { Self.warning(of: reproduction, under: $0) }
    facts =
      key.map { key in
        let budget = key.budget.map { ", with a budget that the paper did not set: \($0)" } ?? ""
        return [
          ReportDocument.Fact(name: "Protocol", value: plainText(key.protocolName) + budget)
        ]
      } ?? []
    grids = [TextGrid(reproduction)]
    failures = []
  }

  private static func warning(
    of reproduction: Reproduction, under key: ReportTable.Key
  ) -> String {
    let paper = "The paper asked \(reproduction.published.model); ours asked "
    let ours =
      reproduction.asksModels
      ? "\(plainText(key.model)) for the task and \(plainText(key.optimizerModel)) to optimize."
      : "no model."
    let budget = key.budget.map {
      "These trials had a budget (\($0)), so that theirs is not the protocol of the paper."
    }
    let data = key.hasGeneratedData ? nil : key.dataWarning
    return [paper + ours, budget, data].compactMap(\.self).joined(separator: " ")
  }
}

extension TextGrid {
  fileprivate init(_ reproduction: Reproduction) {
    title = "Published and ours: \(reproduction.published.title)"
    blockHeading = "Method"
    columns = [
      Column("Place", isNumeric: false), Column("Published"), Column("Ours [95% CI]"), Column("n"),
      Column("Difference [95% CI]"),
    ]
    var blocks: [Block] = []
    var lines = reproduction.lines[...]
    while let first = lines.first {
      let group = reproduction.lines.filter { $0.method == first.method }
      lines = lines.drop { $0.method == first.method }
      guard !blocks.contains(where: { $0.label == first.blockLabel }) else { continue }
      blocks.append(Block(label: first.blockLabel, rows: group.map(Self.row)))
    }
    self.blocks = blocks
  }

  private static func row(_ line: Reproduction.Line) -> Row {
    let published = line.published.map { value in
      "\(value.value)"
        + (value.error.map { " ± \(NumberText.significant($0))" } ?? "")
    }
    guard let ours = line.ours else {
      return Row(cells: [
        plainText(line.place), published ?? NumberText.none, line.reading.mark, NumberText.none,
        NumberText.none,
      ])
    }
    let difference = line.difference.map { interval(signed($0), line.interval) }
    return Row(cells: [
      plainText(line.place), published ?? NumberText.none,
      interval(NumberText.significant(ours.value), ours.interval), ours.count,
      difference ?? NumberText.none,
    ])
  }

  private static func interval(_ value: String, _ interval: ConfidenceInterval?) -> String {
    guard let interval else { return value }
    return "\(value) [\(NumberText.significant(interval.lower)), "
      + "\(NumberText.significant(interval.upper))]"
  }

  private static func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + NumberText.significant(value)
  }
}

extension Reproduction.Reading {
  /// What stands in the place of a value that is not there.
  fileprivate var mark: String {
    switch self {
    case .value: NumberText.none
    case .notRun: "not run"
    case .notReached: "not reached"
    case .noCounterpart: "no counterpart"
    }
  }
}

extension Reproduction.Line {
  fileprivate var blockLabel: String {
    let name = plainText(method)
    guard published != nil else { return "\(name) (not published)" }
    return optimizer.map { $0 == method ? name : "\(name) (\($0))" } ?? name
  }
}
