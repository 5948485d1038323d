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
    + "the published value. Its interval joins both standard errors where both are known; else it "
    + "is ours alone and takes the published value as exact, which makes it too short. A different "
    + "model makes other numbers, which refutes nothing."
}

extension ReportDocument.Section {
  fileprivate init(_ reproduction: Reproduction) {
    let key = reproduction.key
    title = key.map { plainText("Ours: \($0.title)") } ?? "Ours: nothing stored that fits"
    warning = key.map { key in
      guard reproduction.asksModels else {
        return "The paper asked \(reproduction.published.model); ours asked no model."
      }
      return "The paper asked \(reproduction.published.model); ours asked \(plainText(key.model)) "
        + "for the task and \(plainText(key.optimizerModel)) to optimize."
    }
    facts =
      key.map { key in
        [ReportDocument.Fact(name: "Protocol", value: plainText(key.protocolName))]
      } ?? []
    grids = [TextGrid(reproduction)]
    failures = []
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
      let mark = line.optimizer == nil ? "no counterpart" : "not run"
      return Row(cells: [
        plainText(line.place), published ?? NumberText.none, mark, NumberText.none, NumberText.none,
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

extension Reproduction.Line {
  fileprivate var blockLabel: String {
    let name = plainText(method)
    guard published != nil else { return "\(name) (not published)" }
    return optimizer.map { $0 == method ? name : "\(name) (\($0))" } ?? name
  }
}
