// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Reporting
import Testing
import TrialRecords

struct ReportTests {
  private func onlyTable(_ made: SyntheticResults) throws -> ReportTable {
    let tables = Report(made.results).tables
    try #require(tables.count == 1)
    return tables[0]
  }

  @Test func changesAreTestedOnTheSameItemsAndCorrectedOverTheTable() throws {
    let table = try onlyTable(.oneSeed())
    let changes = table.tasks.map { $0.rows[1].success?.change }
    #expect(table.tasks.map(\.task) == ["object_counting", "word_sorting"])
    #expect(changes.map { $0?.gained } == [5, 1])
    #expect(changes.map { $0?.lost } == [1, 0])
    // Exact McNemar tests by hand: 2 (1 + 6) / 64, and 1.
    #expect(changes.map { $0?.pValue.map { ($0 * 1e9).rounded() / 1e9 } } == [0.21875, 1])
    #expect(changes.map { $0?.holmPValue.map { ($0 * 1e9).rounded() / 1e9 } } == [0.4375, 1])
    let total = try #require(table.totals[1].row.success)
    #expect(total.change.gained == 6)
    #expect(total.change.lost == 1)
    #expect(total.selected.count == 20)
    #expect(total.selected.successes == 10)
  }

  @Test func aSelectedStateThatIsTheInitialOneCountsTwiceAndIsNotTested() throws {
    let row = try onlyTable(.oneSeed()).tasks[0].rows[0]
    let success = try #require(row.success)
    #expect(success.initial == success.selected)
    #expect(success.selected.successes == 4)
    #expect(success.change.isSameState)
    #expect(success.change.pValue == nil)
    #expect(success.change.holmPValue == nil)
    #expect(success.change.estimatedInterval == nil)
  }

  @Test func failedUnfinishedAndMissingTrialsHaveNoRate() throws {
    var made = SyntheticResults.oneSeed()
    made.add("navigate", "noop", initial: "0000000000")
    let table = try onlyTable(made)
    let rows = table.tasks.flatMap(\.rows).filter { $0.optimizer.id == "random" }
    #expect(table.tasks.map(\.task) == ["navigate", "object_counting", "word_sorting"])
    #expect(rows.map(\.status) == [.notRun, .failed, .unfinished])
    #expect(rows.allSatisfy { $0.success == nil })
    #expect(rows[1].spending.calls == 3)
    #expect(table.tasks[0].rows[0].success?.selected.rate == 0)
    let failure = try #require(table.failures.first)
    #expect(table.failures.count == 1)
    #expect(failure.task == "object_counting")
    #expect(failure.optimizer == "random")
    #expect(failure.error == "the model gave no answer")
  }

  @Test func seedsShareItems() throws {
    let table = try onlyTable(.threeSeeds())
    let row = table.tasks[0].rows[1]
    let success = try #require(row.success)
    #expect(row.status == .partial)
    #expect(success.trialCount == 3)
    #expect(success.itemCount == 14)
    #expect(success.selected.count == 42)
    #expect(success.selected.successes == 32)
    let pooled = ConfidenceInterval(wilsonForRate: 32.0 / 42, of: 42)
    #expect(success.selected.interval.upper - success.selected.interval.lower > 0.2)
    #expect(success.selected.interval.lower < pooled.lower)
    // Item sums are 0, 0, 3, 3, 3, 2, 2, 3, 3, 3, 2, 1, 0, 1, so that items alone would give 2 / 2^11;
    // but of three trials no more than 2 / 2^3 can be had.
    #expect(success.change.pValue == 0.25)
  }

  @Test func theBestIsMarkedWhereEveryComparisonAllowsIt() throws {
    #expect(try onlyTable(.oneSeed()).tasks.flatMap(\.rows).allSatisfy { !$0.isBest })
    #expect(try onlyTable(.threeSeeds()).tasks.flatMap(\.rows).allSatisfy { !$0.isBest })
    #expect(try onlyTable(.manySeeds()).tasks[0].rows.map(\.isBest) == [false, true])
    var made = SyntheticResults.manySeeds()
    for seed in 0..<8 {
      made.add(
        "navigate", "rival", seed: seed, initial: "11000000000000", selected: "11111111110001")
    }
    let table = try onlyTable(made)
    #expect(table.tasks[0].rows.allSatisfy { !$0.isBest })
    let significant = table.tasks[0].comparisons.filter(\.change.isSignificant)
    #expect(significant.map(\.first) == ["noop", "noop"])
  }

  @Test func anItemWithoutAnAnswerOfTheModelIsLeftOut() throws {
    var made = SyntheticResults()
    made.add("navigate", "noop", initial: "110!")
    let row = try onlyTable(made).tasks[0].rows[0]
    #expect(row.success?.selected.count == 3)
    #expect(row.success?.selected.successes == 2)
    #expect(row.spending.unscored == 1)
  }

  @Test func differentConditionsAreNeverInOneTable() {
    var made = SyntheticResults()
    made.add("navigate", "noop", initial: "10")
    made.protocolSettings = #"{"protocol":{"steps":3}}"#
    made.add("navigate", "noop", seed: 1, initial: "11")
    made.dataLabel = "official"
    made.add("navigate", "noop", seed: 2, initial: "00")
    made.suite = "another"
    made.add("navigate", "noop", seed: 3, initial: "00")
    let tables = Report(made.results).tables
    #expect(tables.map(\.key.suite) == ["another", "bbh", "bbh", "bbh"])
    #expect(tables.map(\.key.dataLabel) == ["official", "generated", "generated", "official"])
    #expect(tables.map { $0.tasks[0].rows[0].success?.selected.rate } == [0, 0.5, 1, 0])
  }

  @Test func settingsOfAnOptimizerAreRowsOfTheirOwn() throws {
    var made = SyntheticResults()
    made.add("navigate", "optoprime", initial: "10", selected: "11", settings: #"{"memory":5}"#)
    made.add("navigate", "optoprime", initial: "10", selected: "10", settings: #"{"memory":0}"#)
    let table = try onlyTable(made)
    #expect(table.tasks[0].rows.map(\.optimizer.label) == ["optoprime (1)", "optoprime (2)"])
    #expect(table.tasks[0].rows.map { $0.success?.selected.rate } == [0.5, 1])
    let text = Report(made.results).text(as: .terminal)
    #expect(text.contains("optoprime (1)    memory 0"))
  }

  @Test func scoresThatAreNotSuccessesHaveATableOfTheirOwn() throws {
    var made = SyntheticResults()
    made.add("navigate", "noop", initial: "10")
    #expect(try onlyTable(made).tasks[0].rows[0].scores == nil)
    made.results.outcomes[0].score = 0.75
    let scores = try #require(try onlyTable(made).tasks[0].rows[0].scores)
    #expect(scores.initial.mean == 0.375)
    #expect(Report(made.results).text(as: .terminal).contains("0.375 [0.000, 0.750]"))
  }

  @Test func spendingIsAddedUpOverAllTrials() throws {
    let spending = try onlyTable(.oneSeed()).totals[1].row.spending
    #expect(spending.calls == 72)
    #expect(spending.tokens == 1_010_165)
    #expect(spending.cacheHits == 14)
    #expect(spending.steps == [.updated: 2, .invalidAnswer: 1, .rejected: 1])
    #expect(spending.evaluations == 48)
    #expect(spending.invalidAnswers == 1)
    #expect(spending.exceptions == 1)
    #expect(spending.unusableAnswers == 3)
    #expect(spending.validationScore == 0.5)
  }

  @Test func theOrderOfTrialsDoesNotMatter() {
    let made = SyntheticResults.oneSeed()
    var reversed = made
    reversed.results.trials.reverse()
    #expect(
      Report(reversed.results).tables.map(\.tasks) == Report(made.results).tables.map(\.tasks))
  }

  @Test func tensOfThousandsOfOutcomesAreReported() throws {
    var made = SyntheticResults()
    var generator = SimulationGenerator(state: 3)
    func outcomes() -> String {
      String((0..<250).map { _ in Bool.random(using: &generator) ? "1" : "0" })
    }
    for task in 0..<2 {
      for optimizer in ["noop", "optoprime", "random", "opro"] {
        for seed in 0..<5 {
          made.add("task-\(task)", optimizer, seed: seed, initial: outcomes(), selected: outcomes())
        }
      }
    }
    #expect(made.results.outcomes.count == 20_000)
    let table = try onlyTable(made)
    #expect(table.totals.map { $0.row.success?.selected.count } == [2500, 2500, 2500, 2500])
    #expect(table.comparisons.count == 6)
    #expect(!Report(made.results).text(as: .csv).isEmpty)
  }
}
