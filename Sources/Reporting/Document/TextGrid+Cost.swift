// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TextGrid {
  /// What a trial cost and what came of it; nil when there is nothing to compare.
  init?(costOf table: ReportTable, name: String) {
    guard let compared = CostAndValue(table) else { return nil }
    let asksModels = compared.choices.contains { $0.cost.calls > 0 }
    let isPriced = compared.unit == .money
    title = "Cost and success: \(name)"
    blockHeading = nil
    columns =
      [
        Column("Optimizer", isNumeric: false), Column("Trials"),
        Column(table.key.course == .pass ? "Selected % [95% CI]" : "Part of the way % [95% CI]"),
        Column("Runs"),
      ] + (asksModels ? [Column("Calls"), Column("Tokens")] : [])
      + (isPriced ? [Column("US$")] : []) + [Column("Front", isNumeric: false)]
    let rows = compared.choices.map { choice in
      let cost = choice.cost
      let value =
        choice.interval.map { NumberText.percent(choice.value, $0) }
        ?? NumberText.percent(choice.value)
      return Row(
        cells: [plainText(choice.label), NumberText.count(cost.trialCount), value]
          + ([cost.evaluations] + (asksModels ? [cost.calls] : []))
          .map { NumberText.decimal($0, places: 1) }
          + (asksModels ? [NumberText.count(Int(cost.tokens.rounded()))] : [])
          + (isPriced ? [NumberText.decimal(cost.money ?? 0, places: 4)] : [])
          + [choice.isOnFront ? "yes" : "no"])
    }
    blocks = [Block(label: "", rows: rows)]
  }
}
