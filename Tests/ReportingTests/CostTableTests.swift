// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reporting
import Testing
import TrialRecords

struct CostTableTests {
  private static let prices = TokenPrices { model in
    model == "local/small" ? .init(prompt: 2, completion: 10) : nil
  }

  /// Two optimizers that are worth their cost, and one that is not.
  private func made() -> SyntheticResults {
    var made = SyntheticResults()
    made.add("navigate", "noop", initial: "1000000000")
    made.spend(taskCalls: 10, tokens: (1000, 100))
    made.add("navigate", "opro", initial: "1000000000", selected: "1000000000")
    made.spend(taskCalls: 20, optimizerCalls: 2, tokens: (3000, 100))
    made.add("navigate", "optoprime", initial: "1000000000", selected: "1111100000")
    made.spend(taskCalls: 20, optimizerCalls: 2, tokens: (2000, 400))
    return made
  }

  @Test(arguments: [
    ([(1.0, 1.0), (2, 2), (3, 3)], [true, true, true]),
    ([(1, 2), (2, 1), (2, 2), (1, 2)], [true, false, false, true]),
    ([(1, 1), (1, 2), (2, 2)], [false, true, false]),
    ([(.infinity, 3), (0, 0)], [true, true]),
  ])
  func theFrontHasWhatNoOtherMakesPointless(choices: [(Double, Double)], front: [Bool]) {
    #expect(ParetoFront.contains(choices.map { (cost: $0.0, value: $0.1) }) == front)
  }

  @Test func moneyIsThatOfAllTokensAtTheirPrice() throws {
    let table = try #require(Report(made().results, prices: Self.prices).tables.first)
    let money = table.totals.map(\.row.spending.money)
    #expect(money == [0.003, 0.007, 0.008])
    #expect(table.totals.map(\.row.cost?.money) == money)
    #expect(table.totals.map(\.row.cost?.calls) == [10, 22, 22])
    let unpriced = try #require(Report(made().results).tables.first)
    #expect(unpriced.totals.allSatisfy { $0.row.spending.money == nil })
  }

  @Test func theTableOfCostTellsWhoIsOnTheFront() throws {
    func rows(_ report: Report) -> [[String]] {
      let lines = report.text(as: .markdown).split(separator: "\n").drop {
        !$0.contains("Cost and success")
      }
      return lines.dropFirst().prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
        line.split(separator: "|").map { String($0).filter { $0 != " " } }
      }
    }
    let priced = rows(Report(made().results, prices: Self.prices))
    #expect(priced.map { $0.first } == ["noop", "opro", "optoprime"])
    #expect(priced.map { $0.last } == ["yes", "no", "yes"])
    #expect(priced.map { $0.dropLast().last } == ["0.0030", "0.0070", "0.0080"])
    // Without prices tokens decide, of which opro spends the most for nothing.
    let unpriced = rows(Report(made().results))
    #expect(unpriced.map { $0.last } == ["yes", "no", "yes"])
    #expect(unpriced.map { $0.dropLast().last } == ["1,100", "3,100", "2,400"])
  }

  @Test func anOptimizerThatDidFewerTasksIsNotCompared() throws {
    var made = made()
    made.add("word_sorting", "noop", initial: "11")
    made.add("word_sorting", "optoprime", initial: "11")
    let text = Report(made.results).text(as: .markdown)
    let section = try #require(text.components(separatedBy: "Cost and success").dropFirst().first)
    let table = section.components(separatedBy: "\n\n").dropFirst().first ?? ""
    #expect(!table.contains("opro "))
    #expect(table.contains("optoprime"))
  }

  @Test func curvesOverMoneyBeginWherePricesAreKnown() throws {
    var made = SyntheticResults()
    made.add("navigate", "opro", initial: "10", selected: "11")
    made.validate("1100")
    let id = made.results.trials[0].id
    made.results.callsByOwner = [
      OwnedCallTotal(
        trialID: id, role: .task, owner: 0, calls: 1, promptTokens: 1000, completionTokens: 100)
    ]
    made.spend(taskCalls: 1, tokens: (1000, 100))
    let priced = Report(made.results, prices: Self.prices)
    let table = try #require(priced.tables.first)
    let curve = LearningCurve(table.tasks[0].rows[0].progress, over: .money, of: .best)
    #expect(curve.points.map(\.spent) == [0.003])
    #expect(priced.figures.contains { $0.name.hasSuffix("by-money") })
    let unpriced = try #require(Report(made.results).tables.first)
    #expect(
      LearningCurve(unpriced.tasks[0].rows[0].progress, over: .money, of: .best).points.isEmpty)
    #expect(!Report(made.results).figures.contains { $0.name.hasSuffix("by-money") })
  }
}
