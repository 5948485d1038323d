// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ReportDocument {
  /// What columns and marks of searches mean and how their numbers were computed.
  static func searchNotes(_ tables: [ReportTable]) -> [String] {
    guard !tables.isEmpty else { return [] }
    let rows = tables.flatMap { $0.tasks.flatMap(\.rows) }
    let hasTarget = tables.contains { $0.tasks.contains(where: \.measure.hasTarget) }
    let isRepeated = rows.contains { ($0.search?.trials.count ?? 0) > 1 }
    return [
      "n: complete trials; each seed has an instance or a start of its own. k/m says that k of m "
        + "are complete; only those count.",
      endsNote(isRepeated: isRepeated), hasTarget ? targetNote : nil,
      tables.contains(where: \.holdsOut) ? heldOutNote : nil, pairsNote(tables),
      improvementNote(tables),
    ].compactMap(\.self)
  }

  private static func endsNote(isRepeated: Bool) -> String {
    let interval =
      isRepeated
      ? "; 95% percentile intervals of 1,000 bootstrap samples of trials with a fixed seed, which "
        + "are too short for fewer than about ten trials" : ""
    return "First and Best: the mean score over trials of the state in which they began and of the "
      + "one that the best training score selected, in the unit and with the sign of the task"
      + "\(interval). Missing: trials whose best score is not finite; Lost: queries whose score is "
      + "not finite, such as those that ended with an exception. Both are counted and in no mean."
  }

  private static let targetNote =
    "Hits: trials that reached the target of the task, with Wilson's interval. ERT: the expected "
    + "queries to the target when a search that missed it is begun anew, all queries divided by "
    + "hits (Hansen et al., 2021); >k: none of k queries reached it."

  private static let heldOutNote =
    "Held out: test examples that the trial was not trained on, such as hidden tests or other "
    + "starts, on which the best state reached the target; the interval is Wilson's at the "
    + "effective number of outcomes, those of a trial sharing its state."

  private static func pairsNote(_ tables: [ReportTable]) -> String? {
    guard tables.contains(where: { !$0.searchComparisons.isEmpty }) else { return nil }
    return "Pairs: trials of the same task and seed, over several tasks by their improvement. Wins "
      + "and Losses of the second; the others of n are ties. Difference: Second minus First as the "
      + "mean over pairs with finite scores, in the unit and with the sign of the task or in "
      + "percentage points. Detectable: the smallest difference that so many pairs of this spread "
      + "would find in 80 of 100 repetitions (normal approximation). P(better): the probability that "
      + "a trial of the second ends better than one of the first, ties counting half (Agarwal et "
      + "al., 2021). g: the mean difference in standard deviations, corrected for few pairs "
      + "(Hedges, 1981), positive when the second is better. p: the exact signed-rank test over "
      + "pairs without ties, two-sided, a score that is not finite counting as the worst, corrected "
      + "by Holm's method; q: by Benjamini and Hochberg's."
  }

  private static func improvementNote(_ tables: [ReportTable]) -> String? {
    let isShown = tables.contains { $0.tasks.count > 1 || CostAndValue($0) != nil }
    guard isShown else { return nil }
    return "Improvement and Part of the way: from the first score to the target (an error of 0, or "
      + "a score of 1); on a task without a target, to the best that any optimizer of the table "
      + "came to on the same instance, and 0 % for all where nobody improved. The interquartile "
      + "mean over tasks and trials, which leaves out a quarter of them at each end, with a "
      + "stratified bootstrap interval (Agarwal et al., 2021). Undefined: trials whose first or best "
      + "score is not finite; they are in no mean."
  }
}
