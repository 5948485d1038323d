// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import Reporting
import Testing
import TrialRecords

struct SearchTableTests {
  private func onlyTable(_ made: SyntheticResults) throws -> ReportTable {
    let tables = Report(made.results).tables
    try #require(tables.count == 1)
    return tables[0]
  }

  @Test func tasksWithWorkflowsOfTheirOwnShareATable() throws {
    let table = try onlyTable(.searches())
    #expect(table.key.course == .search)
    #expect(table.tasks.map(\.label) == ["booth", "matyas", "signals"])
    #expect(table.tasks.map(\.workflow) == ["w0", "w1", "w2"])
    #expect(!table.key.protocolSettings.contains("workflow"))
  }

  @Test func aTaskWithTwoWorkflowsHasTwoPlaces() throws {
    var made = SyntheticResults()
    for workflow in ["old", "new"] {
      made.protocolSettings = SyntheticResults.searchSettings(hasTarget: true, workflow: workflow)
      made.search("booth", "noop", seed: workflow == "old" ? 0 : 1, scores: [-1])
    }
    #expect(
      try onlyTable(made).tasks.map(\.label) == ["booth (workflow new)", "booth (workflow old)"])
  }

  @Test func endsAreAveragedOverTrialsAndShownAsCosts() throws {
    let table = try onlyTable(.searches())
    let search = try #require(table.tasks[0].rows[1].search)
    // Best scores are 0, -1 and -2, first ones -8, -9 and -10.
    #expect(search.initial?.mean == -9)
    #expect(search.final?.mean == -1)
    #expect(search.final?.median == -1)
    #expect(abs(try #require(search.final?.standardError) - 1 / 3.0.squareRoot()) < 1e-12)
    #expect(table.tasks[0].measure.shown(-1) == 1)
    let text = Report(SyntheticResults.searches().results).text(as: .terminal)
    #expect(text.contains("booth: error, lower is better"))
    #expect(!text.contains("-1.000 ["))
  }

  @Test func scoresThatAreNotFiniteAreCountedAndNotAveraged() throws {
    let search = try #require(try onlyTable(.searches()).tasks[1].rows[1].search)
    #expect(search.missingScores == 4)
    #expect(search.missingFinals == 0)
    // The third trial never had a better score than its first, -10.
    #expect(search.final?.mean == -11.0 / 3)
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
    made.search("grid", "noop", seed: 0, scores: [nil])
    made.search("grid", "noop", seed: 1, scores: [-4])
    let ends = try #require(try onlyTable(made).tasks[0].rows[0].search)
    #expect(ends.missingFinals == 1)
    #expect(ends.final?.count == 1)
    #expect(ends.final?.mean == -4)
  }

  @Test func onlyTasksWithATargetHaveHits() throws {
    let table = try onlyTable(.searches())
    let hits = table.tasks.map { $0.rows[1].search?.hits?.successes }
    #expect(hits == [1, 0, nil])
    let time = try #require(table.tasks[0].rows[1].search?.runningTime)
    #expect(time.value == 9)
    #expect(table.totals[1].search?.hits?.count == 6)
    let text = Report(SyntheticResults.searches().results).text(as: .terminal)
    #expect(text.contains("no target"))
    #expect(!text.contains("validation") && !text.contains("Validation"))
    #expect(!text.contains("test split"))
  }

  @Test func targetsReachedOnExamplesNotTrainedOnHaveAColumnOfTheirOwn() throws {
    let plain = Report(SyntheticResults.searches().results).text(as: .terminal)
    #expect(!plain.contains("Held out"))
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: true)
    made.search("reach", "opro", seed: 0, scores: [0, 1])
    made.holdOut([true, true, false])
    made.search("reach", "opro", seed: 1, scores: [0, 1])
    made.holdOut([true, false, false])
    let table = try onlyTable(made)
    let heldOut = try #require(table.tasks[0].rows[0].search?.heldOut)
    #expect(heldOut.successes == 3)
    #expect(heldOut.count == 6)
    #expect(table.totals[0].search?.heldOut?.successes == 3)
    let text = Report(made.results).text(as: .terminal)
    #expect(text.contains("3/6") && text.contains("Held out: test examples"))
  }

  @Test func improvementsArePartsOfTheWayToTheTargetOrToTheBestOfTheTable() throws {
    let table = try onlyTable(.searches())
    let totals = try table.totals.map { try #require($0.search) }
    #expect(totals[0].improvement?.value == 0)
    #expect(totals.map(\.undefinedImprovements) == [0, 0])
    // Errors went from 8, 9 and 10 to 0, 1 and 2, once to 10; where there is no target the best one
    // is all of the way. Of nine two are left out at each end, 0 and 4 / 5 among them.
    let middle = [8.0 / 9, 8.0 / 9, 1, 1, 1]
    let value = try #require(totals[1].improvement?.value)
    #expect(abs(value - middle.reduce(0, +) / 5) < 1e-12)
    let comparison = try #require(table.searchComparisons.first)
    #expect(comparison.pairCount == 9)
    #expect(comparison.wins == 8)
    #expect(comparison.losses == 0)
    #expect(abs(try #require(comparison.pValue) - 2 / 256) < 1e-12)
    #expect(table.totals.map(\.row.isBest) == [false, true])
  }

  @Test(arguments: [true, false])
  func tasksOnWhichNobodyImprovedAreTiesAndCounted(hasTarget: Bool) throws {
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: hasTarget)
    for task in 0..<8 {
      made.search("task-\(task)", "noop", seed: 0, scores: [-4, -4])
      made.search("task-\(task)", "random", seed: 0, scores: [-4, task == 3 ? 0 : -5])
    }
    let table = try onlyTable(made)
    let totals = try table.totals.map { try #require($0.search) }
    #expect(totals.map(\.undefinedImprovements) == [0, 0])
    #expect(totals.map { $0.improvement?.count } == [8, 8])
    // The only gain is in the quarter that is left out.
    #expect(totals.map { $0.improvement?.value } == [0, 0])
    let comparison = try #require(table.searchComparisons.first)
    #expect(comparison.pairCount == 8)
    #expect(comparison.wins == 1)
    #expect(comparison.losses == 0)
    #expect(comparison.difference?.mean == 1.0 / 8)
    #expect(comparison.improvement?.value == 0.5 + 0.5 / 8)
    #expect(!comparison.isSignificant)
    let text = Report(made.results).text(as: .markdown)
    #expect(text.contains("| random | 8/8 | 8 | 0.0 | 0 |"))
    #expect(text.contains("| noop | random | 8 | 1 | 0 | +12.5 [0.0, +37.5] |"))
    let costs = try #require(text.components(separatedBy: "### Cost and success").last)
    #expect(costs.contains("| random | 8 | 0.0 | 3.1 | no |"))
    #expect(text.contains("Improvement and Part of the way: from the first score to the target"))
  }

  @Test func aReachedTargetIsAllOfTheWayWhateverTheErrorIsThen() throws {
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: true)
    for (optimizer, end) in [("gp", -1e-9), ("pso", -3e-9), ("spsa", -1.0)] {
      for task in ["booth", "matyas"] {
        made.search(task, optimizer, seed: 0, scores: [-4, end], hit: end > -1 ? 1 : nil)
        guard end > -1 else { continue }
        made.results.outcomes[made.results.outcomes.count - 1].outcome = .correct
      }
    }
    let table = try onlyTable(made)
    #expect(table.totals.map { $0.search?.improvement?.value } == [1, 1, 0.75])
    let tie = try #require(table.searchComparisons.first)
    #expect(tie.pairCount == 2)
    #expect(tie.wins == 0)
    #expect(tie.losses == 0)
    #expect(tie.improvement?.value == 0.5)
  }

  @Test func aScoreWithATargetGoesTheWayToOne() throws {
    var made = SyntheticResults()
    made.protocolSettings = #"{"budget":{},"protocol":{"course":"search","name":"quick"}}"#
    for task in ["a", "b"] {
      made.search(task, "noop", seed: 0, scores: [0.5])
      made.search(task, "random", seed: 0, scores: [0.5, 0.75])
    }
    let table = try onlyTable(made)
    #expect(table.totals.map { $0.search?.improvement?.value } == [0, 0.5])
  }

  /// Seven of eight pairs are better by little and one is worse by much: the ranks tell, the mean
  /// does not.
  @Test func theBestHasAnIntervalOfTheDifferenceWithoutZero() throws {
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
    for seed in 0..<12 {
      made.search("grid", "noop", seed: seed, scores: [-50])
      made.search("grid", "random", seed: seed, scores: [-50, -49 + Double(seed) / 100])
    }
    #expect(try onlyTable(made).tasks[0].rows.map(\.isBest) == [false, true])
    let last = made.results.outcomes.indices.last
    made.results.outcomes[try #require(last)].score = -5000
    let task = try onlyTable(made).tasks[0]
    let pair = try #require(task.searchComparisons.first)
    #expect(try #require(pair.holmPValue) < 0.05)
    #expect(!pair.isSignificant)
    #expect(task.rows.allSatisfy { !$0.isBest })
  }

  @Test func aSearchThatEndsInNoFiniteScoreCountsAsTheWorstOverAllTasks() throws {
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
    for task in ["booth", "matyas"] {
      for seed in 0..<3 {
        made.search(task, "noop", seed: seed, scores: [-9])
        made.search(task, "random", seed: seed, scores: [-9, -1])
        guard task == "booth", seed == 0 else { continue }
        let last = made.results.outcomes.indices.last
        made.results.outcomes[try #require(last)].score = -.infinity
        made.search(task, "spsa", seed: seed, scores: [-9, -3])
      }
    }
    let table = try onlyTable(made)
    let random = try #require(table.totals.first { $0.row.optimizer.label == "random" }?.search)
    #expect(random.improvement?.count == 5)
    #expect(random.improvement?.value == 1)
    #expect(random.undefinedImprovements == 1)
    let pair = try #require(
      table.searchComparisons.first { $0.first == "noop" && $0.second == "random" })
    #expect(pair.pairCount == 6)
    #expect(pair.wins == 5)
    #expect(pair.losses == 1)
    #expect(pair.difference?.mean == 1)
  }

  @Test func missingFailedAndInapplicableCellsHaveMarksOfTheirOwn() throws {
    var made = SyntheticResults.searches()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: true, workflow: "w0")
    made.add("booth", "newton", state: .failed)
    made.results.runs[0].plan = """
      {"groups":[{"suite":"numerical","tasks":["matyas"],"optimizers":["newton"],"models":\
      [{"task":"local/small","optimizer":"local/small"}],"protocols":[{"name":"quick"}]}]}
      """
    let rows = try onlyTable(made).tasks.map { $0.rows[0] }
    #expect(rows.map(\.optimizer.id) == ["newton", "newton", "newton"])
    #expect(rows.map(\.status) == [.failed, .notApplicable, .notRun])
    let text = Report(made.results).text(as: .terminal)
    for mark in ["failed", "not applicable", "not run"] { #expect(text.contains(mark)) }
  }

  @Test func callsAndTokensAreThoseUpToEachQuery() throws {
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: true)
    made.search("booth", "opro", seed: 0, scores: [-3, -2, -1])
    let id = made.results.trials[0].id
    made.results.callsByOwner = [
      OwnedCallTotal(
        trialID: id, role: .optimizer, owner: 0, calls: 1, promptTokens: 9, completionTokens: 1),
      OwnedCallTotal(
        trialID: id, role: .optimizer, owner: 1, calls: 2, promptTokens: 20, completionTokens: 0),
      OwnedCallTotal(
        trialID: id, role: .task, owner: 0, calls: 1, promptTokens: 1, completionTokens: 2),
      OwnedCallTotal(
        trialID: id, role: .task, owner: 2, calls: 1, promptTokens: 4, completionTokens: 0),
    ]
    let queries = try #require(try onlyTable(made).tasks[0].rows[0].search?.trials[0].queries)
    #expect(queries.map(\.calls) == [1, 2, 5])
    #expect(queries.map(\.tokens) == [3, 13, 37])
  }
}
