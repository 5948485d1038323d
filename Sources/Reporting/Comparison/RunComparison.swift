// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// What differs between runs or stores: the conditions, and the results of each task and optimizer.
package struct RunComparison: Sendable {
  /// One task and optimizer on the first side and another.
  package struct Row: Sendable, Hashable {
    /// The results.
    package enum Content: Sendable, Hashable {
      /// Success of selected states on the same items and seeds.
      case success(OptimizerComparison)
      /// Success of selected states on other items, or with other seeds.
      case separateSuccess(first: RateEstimate, second: RateEstimate, RiskDifference)
      /// The ends of searches of the same instances.
      case search(SearchComparison, first: MeanEstimate?, second: MeanEstimate?, ScoreMeasure)
      /// The ends of searches of other instances, or with other seeds.
      case separateSearch(first: SearchEnds, second: SearchEnds, ScoreMeasure)
      /// One side has no complete trial.
      case missing(onFirst: Bool)
    }

    /// How many searches one side has and how they ended.
    package struct SearchEnds: Sendable, Hashable {
      /// Complete trials.
      package let count: Int
      /// The mean of their finite ends; nil when there is none.
      package let mean: MeanEstimate?
    }

    /// The suite.
    package let suite: String
    /// The task.
    package let task: String
    /// The optimizer.
    package let optimizer: String
    /// The place of the other side.
    package let side: Int
    /// The results.
    package var content: Content
    /// The probability corrected by Holm's method over all rows; nil where nothing was tested.
    package var holmPValue: Double?

    /// Whether the corrected test and the interval of the difference both allow to call it real at
    /// the 5 % level.
    package var isSignificant: Bool {
      guard let holmPValue, holmPValue < 0.05 else { return false }
      return switch content {
      case .success(let comparison): comparison.change.isDistinct
      case .search(let comparison, _, _, _): comparison.isDistinct
      case .separateSuccess, .separateSearch, .missing: false
      }
    }

    /// The probability before correction.
    package var pValue: Double? {
      switch content {
      case .success(let comparison): comparison.change.pValue
      case .search(let comparison, _, _, _): comparison.pValue
      case .separateSuccess, .separateSearch, .missing: nil
      }
    }
  }

  /// How tables name the sides.
  package let labels: [String]
  /// The conditions that differ.
  package let changes: [ConditionChange]
  /// The results, by suite, task, optimizer and side.
  package let rows: [Row]

  /// Compares the first side with each of the others.
  ///
  /// - Parameter sides: At least two.
  /// - Throws: ``ComparisonError`` when a side has several trials where there may be one.
  /// - Complexity: O(*n* log *n*) in the outcomes of all sides.
  package init(_ sides: [ComparedSide]) throws(ComparisonError) {
    labels = sides.map(\.label)
    changes = ConditionChange.all(of: sides)
    var cells: [[ComparedCell: [TrialRecord]]] = []
    for side in sides { cells.append(try side.cells()) }
    let stored = sides.map { RowsByTrial($0.results) }
    let keys = Set(cells.flatMap(\.keys)).sorted()
    var rows = keys.flatMap { key in
      (1..<sides.count).compactMap { side -> Row? in
        let content = Self.content(
          (cells[0][key] ?? [], stored[0]), (cells[side][key] ?? [], stored[side]),
          labels: (sides[0].label, sides[side].label))
        return content.map {
          Row(
            suite: key.suite, task: key.task, optimizer: key.optimizer, side: side, content: $0)
        }
      }
    }
    let tested = rows.indices.filter { rows[$0].pValue != nil }
    let adjusted = HolmCorrection.adjusted(rows.compactMap(\.pValue))
    for (index, value) in zip(tested, adjusted) { rows[index].holmPValue = value }
    self.rows = rows
  }

  private typealias Trials = (trials: [TrialRecord], rows: RowsByTrial)

  private static func content(
    _ first: Trials, _ second: Trials, labels: (String, String)
  ) -> Row.Content? {
    guard let trial = first.trials.first, let other = second.trials.first else {
      if first.trials.isEmpty && second.trials.isEmpty { return nil }
      return .missing(onFirst: first.trials.isEmpty)
    }
    let facts = ProtocolFacts(trial.protocolSettings)
    switch facts.course {
    case .pass:
      return success(
        first, second, labels: labels, sharesItems: trial.dataDigest == other.dataDigest)
    case .search:
      return search(
        first, second, labels: labels, measure: facts.measure,
        sharesInstances: trial.dataDigest == other.dataDigest)
    }
  }

  private static func success(
    _ first: Trials, _ second: Trials, labels: (String, String), sharesItems: Bool
  ) -> Row.Content? {
    var numbering = ItemNumbering()
    func tested(_ side: Trials, _ label: String) -> TestedOptimizer {
      TestedOptimizer(
        name: OptimizerName(id: label, settings: "", label: label),
        trials: side.trials.map {
          TestedTrial($0, task: 0, outcomes: side.rows.outcomes(of: $0), numbering: &numbering)
        })
    }
    let before = tested(first, labels.0)
    let after = tested(second, labels.1)
    if sharesItems, let comparison = OptimizerComparison(before, after) {
      return .success(comparison)
    }
    guard let start = RateEstimate(TestedTrial.sample(before.trials) { $0.selected }),
      let end = RateEstimate(TestedTrial.sample(after.trials) { $0.selected })
    else { return nil }
    return .separateSuccess(
      first: start, second: end, RiskDifference(from: start, to: end))
  }

  private static func search(
    _ first: Trials, _ second: Trials, labels: (String, String), measure: ScoreMeasure,
    sharesInstances: Bool
  ) -> Row.Content? {
    func ends(_ side: Trials) -> [SearchTrial] {
      side.trials.map { SearchTrial($0, side.rows) }
    }
    func searched(_ trials: [SearchTrial], _ label: String) -> SearchedTasks {
      let scores = trials.map { ($0.seed, $0.finalScore ?? -.infinity) }
      return SearchedTasks(
        name: label, scores: [Dictionary(scores, uniquingKeysWith: { first, _ in first })])
    }
    let before = ends(first)
    let after = ends(second)
    guard sharesInstances,
      let comparison = SearchComparison(searched(before, labels.0), searched(after, labels.1))
    else {
      func separate(_ trials: [SearchTrial]) -> Row.SearchEnds {
        Row.SearchEnds(count: trials.count, mean: MeanEstimate(trials.compactMap(\.finalScore)))
      }
      return .separateSearch(first: separate(before), second: separate(after), measure)
    }
    let common = Set(before.map(\.seed)).intersection(after.map(\.seed))
    func mean(_ trials: [SearchTrial]) -> MeanEstimate? {
      MeanEstimate(trials.filter { common.contains($0.seed) }.compactMap(\.finalScore))
    }
    return .search(comparison, first: mean(before), second: mean(after), measure)
  }
}
