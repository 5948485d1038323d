// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The optimizers of a table by what their trials cost and what came of them, over all tasks.
struct CostAndValue: Sendable, Hashable {
  /// The unit in which cost is compared: the most telling one that every optimizer has.
  enum Unit: String, Sendable, Hashable {
    case money, tokens, evaluations
  }

  /// One optimizer.
  struct Choice: Sendable, Hashable {
    let label: String
    let cost: TrialCost
    /// The success rate of selected states, or how far searches came.
    let value: Double
    let interval: ConfidenceInterval?
    /// Whether no other optimizer is at least as good for at most the cost.
    fileprivate(set) var isOnFront = false
  }

  let unit: Unit
  let choices: [Choice]

  /// Compares the optimizers; nil when fewer than two have complete trials of all tasks.
  init?(_ table: ReportTable) {
    var choices = table.totals.compactMap { Choice($0, in: table) }
    guard choices.count > 1 else { return nil }
    let isPriced = choices.allSatisfy { $0.cost.money != nil }
    if isPriced, choices.contains(where: { $0.cost.money ?? 0 > 0 }) {
      unit = .money
    } else {
      unit = choices.contains { $0.cost.tokens > 0 } ? .tokens : .evaluations
    }
    let members = ParetoFront.contains(choices.map { [unit] in ($0.amount(in: unit), $0.value) })
    for index in choices.indices { choices[index].isOnFront = members[index] }
    self.choices = choices
  }
}

extension CostAndValue.Choice {
  fileprivate init?(_ total: OptimizerTotal, in table: ReportTable) {
    // What did fewer tasks is neither as good nor as cheap as it looks.
    guard total.taskCount == table.tasks.count, let cost = total.row.cost else { return nil }
    label = total.row.optimizer.label
    self.cost = cost
    switch table.key.course {
    case .pass:
      guard let selected = total.row.success?.selected else { return nil }
      (value, interval) = (selected.rate, selected.interval)
    case .search:
      guard let improvement = total.search?.improvement else { return nil }
      (value, interval) = (improvement.value, improvement.interval)
    }
  }

  /// The mean cost of a trial.
  func amount(in unit: CostAndValue.Unit) -> Double {
    switch unit {
    case .money: cost.money ?? .infinity
    case .tokens: cost.tokens
    case .evaluations: cost.evaluations
    }
  }
}
