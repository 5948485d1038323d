// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ReportDocument.Section {
  /// Puts one table into words.
  init(_ table: ReportTable, detail: ReportDocument.Detail) {
    let name = plainText(table.key.title)
    title = name
    warning = table.key.dataWarning.map(plainText)
    facts =
      [
        ReportDocument.Fact(name: "Model", value: Self.modelText(table, table.key.model)),
        ReportDocument.Fact(
          name: "Optimizer model", value: Self.modelText(table, table.key.optimizerModel)),
        ReportDocument.Fact(name: "Protocol", value: Self.protocolText(table.key)),
        ReportDocument.Fact(name: "Trials", value: table.trialCounts.text),
        ReportDocument.Fact(name: "Tests", value: Self.testsText(table)),
      ] + Self.settings(of: table)
    var grids = Self.mainGrids(table, name: name)
    if let costs = TextGrid(costOf: table, name: name) { grids.append(costs) }
    grids.append(TextGrid(stepsOf: table, name: name, detail: detail))
    grids.append(TextGrid(spendingOf: table, name: name, detail: detail))
    self.grids = grids
    failures = table.failures.map {
      plainText("\($0.task), \($0.optimizer), seed \($0.seed): \($0.error)")
    }
  }

  private static func mainGrids(_ table: ReportTable, name: String) -> [TextGrid] {
    switch table.key.course {
    case .pass:
      var grids = [TextGrid(successOf: table, name: name)]
      if !table.comparisons.isEmpty { grids.append(TextGrid(comparisonsOf: table, name: name)) }
      if let scores = TextGrid(scoresOf: table, name: name) { grids.append(scores) }
      return grids
    case .search:
      var grids = [TextGrid(searchOf: table, name: name)]
      if table.tasks.count > 1 { grids.append(TextGrid(searchTotalsOf: table, name: name)) }
      if !table.searchComparisons.isEmpty {
        grids.append(TextGrid(searchComparisonsOf: table, name: name))
      }
      return grids
    }
  }

  /// The model with a remark when no trial of a search asked one.
  private static func modelText(_ table: ReportTable, _ model: String) -> String {
    let isAsked = table.totals.contains { $0.row.spending.calls > 0 }
    return plainText(model) + (isAsked || table.key.course == .pass ? "" : ", never asked")
  }

  private static func protocolText(_ key: ReportTable.Key) -> String {
    let settings = ReportDocument.settingsText(key.protocolSettings)
    return plainText(key.protocolName)
      + (settings == ReportDocument.noSettings ? "" : ": \(settings)")
  }

  private static func settings(of table: ReportTable) -> [ReportDocument.Fact] {
    table.totals.map(\.row.optimizer).compactMap { optimizer in
      let settings = ReportDocument.settingsText(optimizer.settings)
      guard settings != ReportDocument.noSettings || optimizer.label != optimizer.id else {
        return nil
      }
      return ReportDocument.Fact(name: plainText(optimizer.label), value: settings)
    }
  }

  private static func testsText(_ table: ReportTable) -> String {
    guard table.key.course == .pass else {
      let byTask = table.tasks.flatMap(\.searchComparisons).count { $0.pValue != nil }
      let overAll = table.searchComparisons.count { $0.pValue != nil }
      return "p corrected in families: pairs by task \(byTask), pairs over all tasks \(overAll)"
    }
    func count(_ changes: [PairedChange]) -> Int { changes.count { $0.pValue != nil } }
    let changes = count(table.tasks.flatMap { $0.rows.compactMap { $0.success?.change } })
    let pairs = count(table.tasks.flatMap { $0.comparisons.map(\.change) })
    let text = "p corrected in families: changes by task \(changes), pairs by task \(pairs)"
    guard table.tasks.count > 1 else { return text }
    let allChanges = count(table.totals.compactMap { $0.row.success?.change })
    let allPairs = count(table.comparisons.map(\.change))
    let byFamily = count(table.families.flatMap { $0.totals.compactMap { $0.row.success?.change } })
    return text + ", changes over all tasks \(allChanges), pairs over all tasks \(allPairs)"
      + (table.families.isEmpty ? "" : ", changes by family of tasks \(byFamily)")
  }
}
