// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Reporting
import Testing

struct TaskGroupingTests {
  private static let grouping = TaskGrouping { suite, task in
    guard suite == "bbh" else { return nil }
    return TaskGrouping.Place(
      families: [task == "snarks" ? "NLP" : "algorithmic"],
      benchmarkTask: task.hasPrefix("tracking") ? "tracking" : task)
  }

  /// Two files of a task with all and none of their answers right, and two other tasks.
  private func made() -> SyntheticResults {
    var made = SyntheticResults()
    made.add("navigate", "optoprime", initial: "0000", selected: "1100")
    made.add("snarks", "optoprime", initial: "0000", selected: "0001")
    made.add("tracking_three", "optoprime", initial: "00", selected: "11")
    made.add("tracking_five", "optoprime", initial: "00", selected: "10")
    made.add("navigate", "noop", initial: "0100")
    made.add("tracking_five", "noop", initial: "01")
    return made
  }

  private func table(_ grouping: TaskGrouping = grouping) throws -> ReportTable {
    try #require(Report(made().results, grouping: grouping).tables.first)
  }

  @Test func familiesPoolTheItemsOfTheirTasks() throws {
    let families = try table().families
    #expect(families.map(\.name) == ["NLP", "algorithmic"])
    #expect(families.map(\.taskCount) == [1, 3])
    let pooled = families.map { $0.totals.map { $0.row.success?.selected } }
    // Without a trial of snarks there is nothing to pool for the first optimizer.
    #expect(pooled.map { $0.map { $0?.successes } } == [[nil, 1], [2, 5]])
    #expect(pooled.map { $0.map { $0?.count } } == [[nil, 4], [6, 8]])
    #expect(families.map { $0.totals.map(\.taskCount) } == [[0, 1], [2, 3]])
    // Changes by family are a family of tests: exact McNemar tests of 1 and 5 gained, times 2.
    let changes = families.map { $0.totals[1].row.success?.change }
    #expect(changes.map { $0?.pValue.map { ($0 * 1e9).rounded() / 1e9 } } == [1, 0.0625])
    #expect(changes.map { $0?.holmPValue.map { ($0 * 1e9).rounded() / 1e9 } } == [1, 0.125])
    #expect(families.flatMap(\.totals).allSatisfy { !$0.row.isBest })
  }

  @Test func aBenchmarksTaskIsTheMeanOfItsFiles() throws {
    let table = try table()
    #expect(table.benchmarkTaskCount == 3)
    let mean = try #require(table.totals[1].benchmarkMean)
    #expect(mean.taskCount == 3)
    #expect(abs(mean.selected.rate - (0.5 + 0.25 + (1 + 0.5) / 2) / 3) < 1e-12)
    #expect(mean.initial.rate == 0)
    let files = try #require(table.totals[1].macroSelected)
    #expect(abs(files.rate - (0.5 + 0.25 + 1 + 0.5) / 4) < 1e-12)
    #expect(table.totals[0].benchmarkMean?.taskCount == 2)
  }

  @Test func rowsSayWhatTheyAreMeansOf() throws {
    let text = Report(made().results, grouping: Self.grouping).text(as: .markdown)
    #expect(text.contains("| NLP, items pooled | noop | 0 (0/1) |"))
    #expect(text.contains("| algorithmic, items pooled | optoprime | 8 | 0.0 "))
    #expect(text.contains("| All tasks, mean of 4 files | optoprime | (4/4) | 0.0 "))
    #expect(text.contains("| All tasks, mean of 3 tasks | optoprime | (3/3) | 0.0 "))
    #expect(text.contains("| All tasks, mean of 3 tasks | noop | (2/3) | 37.5 "))
    #expect(!text.contains("mean of tasks |"))
    #expect(text.contains("the mean of files weighs files alike"))
    #expect(text.contains("changes by family of tasks 2"))
  }

  @Test func programsReadFamiliesAndMeansOfTasksToo() throws {
    let report = Report(made().results, grouping: Self.grouping)
    let json = try #require(
      try JSONValue(parsing: report.text(as: .json))["tables"]?.arrayValue?.first)
    let families = try #require(json["families"]?.arrayValue)
    #expect(families.map { $0["family"] } == ["NLP", "NLP", "algorithmic", "algorithmic"])
    #expect(families.allSatisfy { $0["level"] == "family" && $0["task"] == .null })
    #expect(families[3]["selected_rate"]?.doubleValue == 0.625)
    let total = try #require(json["totals"]?.arrayValue?.last)
    #expect(total["benchmark_tasks"] == 3)
    #expect(total["benchmark_selected_rate"]?.doubleValue == 0.5)
    #expect(total["macro_selected_rate"]?.doubleValue == 0.5625)
    let lines = report.text(as: .csv).split(separator: "\r\n")
    #expect(lines.count { $0.hasPrefix("family,") } == 4)
  }

  @Test func withoutGroupsThereIsNothingMoreThanAllTasks() throws {
    let plain = try table(TaskGrouping())
    #expect(plain.families.isEmpty)
    #expect(plain.benchmarkTaskCount == nil)
    #expect(plain.totals.allSatisfy { $0.benchmarkMean == nil })
    let one = try table(TaskGrouping { _, task in .init(families: ["NLP"], benchmarkTask: task) })
    #expect(one == plain)
    let text = Report(made().results).text(as: .markdown)
    #expect(text.contains("All tasks, mean of tasks"))
    #expect(!text.contains("Families of tasks"))
  }
}
