// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ReportDocument {
  /// What columns and marks mean and how numbers were computed.
  static func notes(on report: Report) -> [String] {
    guard !report.isEmpty else { return [] }
    let passes = report.tables.filter { $0.key.course == .pass }
    let searches = report.tables.filter { $0.key.course == .search }
    let rows = report.tables.flatMap { $0.tasks.flatMap(\.rows) }
    return passNotes(passes) + searchNotes(searches)
      + [bestNote(report), costNote(report), spendingNote(rows), marksNote(rows)]
      .compactMap(\.self)
  }

  private static func passNotes(_ tables: [ReportTable]) -> [String] {
    guard !tables.isEmpty else { return [] }
    let rows = tables.flatMap { $0.tasks.flatMap(\.rows) }
    let isRepeated = rows.contains { $0.trials.complete > 1 }
    return [
      countNote(isRepeated: isRepeated), intervalNote(isRepeated: isRepeated),
      testNote(isRepeated: isRepeated), allTasksNote(tables), scoreNote(rows),
    ].compactMap(\.self)
  }

  private static func countNote(isRepeated: Bool) -> String {
    let repeated =
      isRepeated ? " With several trials it is trials × items, the trials differing by seed." : ""
    return "n: items of the test split." + repeated
      + " Only complete trials count; k/m× says that k of m are."
  }

  private static func intervalNote(isRepeated: Bool) -> String {
    let start =
      "Initial and Selected: the share of test items with a correct answer, of the state in which "
      + "trials begin and of the state that validation selected; 95% Wilson score intervals"
    guard isRepeated else { return start + " over items, for the one trial that was run." }
    return start + ". Trials of a task share its items, and items of a trial share its state: "
      + "where there are several trials the interval is Wilson's at the effective number of "
      + "outcomes, with variances clustered both by item and by trial and Student's quantile, so "
      + "that it covers further items and further seeds."
  }

  private static func testNote(isRepeated: Bool) -> String {
    let repeated =
      isRepeated
      ? ", with several trials no shorter than Student's at the variance of the differences, "
        + "clustered both by item and by trial" : ""
    return "Change: Selected minus Initial in percentage points. p, two-sided: "
      + "\(pairedTests(isRepeated: isRepeated)). Corrected by Holm's method within each family of "
      + "tests. Intervals of differences: Newcombe's for paired rates\(repeated)."
  }

  /// The tests of success on the same items, in words.
  static func pairedTests(isRepeated: Bool) -> String {
    let single = "the exact McNemar test over items, given the trials that were run"
    guard isRepeated else { return single }
    return "with several trials of a task the larger p of two exact sign-flip tests, over whole "
      + "trials (task and seed) and over items; k trials that differ give no p below 2/2^k; with one "
      + "trial of each task \(single)"
  }

  private static func bestNote(_ report: Report) -> String? {
    let isCompared = report.tables.contains {
      !$0.comparisons.isEmpty || !$0.searchComparisons.isEmpty
    }
    guard isCompared else { return nil }
    return "*: better than every other optimizer of its block: each pair, on the same items and "
      + "seeds, has a Holm-corrected p < 0.05 and an interval of the difference without 0. Without "
      + "a mark the tests do not tell which is best."
  }

  private static func allTasksNote(_ tables: [ReportTable]) -> String? {
    guard tables.contains(where: { $0.tasks.count > 1 }) else { return nil }
    let isGrouped = tables.contains { $0.benchmarkTaskCount != nil }
    let means =
      isGrouped
      ? "the mean of files weighs files alike, the mean of tasks the tasks of the benchmark, each "
        + "being the mean of its files" : "the mean of tasks weighs them alike"
    let families =
      tables.contains { !$0.families.isEmpty }
      ? " Families of tasks pool the items of theirs and are not compared in pairs." : ""
    return "All tasks: of these tasks, not of others. Pooled rates weigh tasks by their items; "
      + "\(means), with intervals by the square-and-add method. (k/m): k of m tasks "
      + "\(isGrouped ? "or files " : "")have a complete trial.\(families)"
  }

  private static func scoreNote(_ rows: [ResultRow]) -> String? {
    guard rows.contains(where: { $0.scores != nil }) else { return nil }
    return
      "Mean scores: 95% percentile intervals of 1,000 bootstrap samples, items and trials drawn "
      + "independently, with a fixed seed."
  }

  private static func costNote(_ report: Report) -> String? {
    let compared = report.tables.compactMap(CostAndValue.init)
    guard !compared.isEmpty else { return nil }
    let money =
      compared.contains { $0.unit == .money }
      ? " US$: every prompt token at its full price, by the prices that the report was given." : ""
    return "Cost and success: Runs, Calls and Tokens are means of complete trials, with all that "
      + "they did.\(money) Front: no other optimizer is at least as good for at most the cost; by "
      + "point values, so that intervals decide whether a place on it means anything."
  }

  private static func spendingNote(_ rows: [ResultRow]) -> String {
    let asksModels = rows.contains { $0.spending.calls > 0 }
    let calls =
      asksModels
      ? "Calls and Tokens: of both models over all trials of the row, also failed and unfinished "
        + "ones; calls answered from the store (Stored) count as if they were paid for. Cut off: "
        + "answers that met the token limit. " : ""
    let isValidated = rows.contains { $0.spending.validationScore != nil }
    let validation = isValidated ? " Validation: mean validation score of the selected states." : ""
    return calls + "Invalid: runs of the workflow without a readable answer (Unread.) or with an "
      + "exception (Exc.), and proposals that could not be read." + validation
  }

  private static func marksNote(_ rows: [ResultRow]) -> String? {
    let explanations: [(Bool, String)] = [
      (
        rows.contains { $0.success?.change.isSameState ?? false },
        "= the selected state is the initial one, or both optimizers selected the same"
      ),
      (
        rows.contains { $0.status == .failed },
        "failed: no trial is complete and at least one failed"
      ),
      (rows.contains { $0.status == .unfinished }, "unfinished: no trial has ended yet"),
      (rows.contains { $0.status == .notRun }, "not run: no trial was planned"),
      (
        rows.contains { $0.status == .notApplicable },
        "not applicable: the optimizer cannot act on the parameters of the task"
      ),
    ]
    let present = explanations.filter(\.0).map(\.1)
    return present.isEmpty ? nil : "Marks: \(present.joined(separator: "; "))."
  }
}
