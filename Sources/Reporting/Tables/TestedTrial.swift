// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

/// A complete trial's outcomes on the test split.
struct TestedTrial {
  /// One item of the test split, with success as 1 and failure as 0.
  struct Item {
    let index: Int
    let initial: Double
    let selected: Double
    let initialScore: Double
    let selectedScore: Double
  }

  /// The place of the task in its table.
  let task: Int
  /// The seed.
  let seed: Int
  /// The digest of the selected state.
  let selectedState: ContentDigest?
  /// Whether the selected state is the initial one, so that one test counts for both.
  let keepsInitialState: Bool
  /// Items that were scored in both states.
  let items: [Item]

  /// Reads a complete trial's outcomes, numbering items by `numbering`.
  init(
    _ trial: TrialRecord, task: Int, outcomes: [EvaluationOutcome], numbering: inout ItemNumbering
  ) {
    self.task = task
    seed = trial.seed
    selectedState = trial.selectedStateDigest
    keepsInitialState =
      trial.selectedStateDigest != nil && trial.selectedStateDigest == trial.initialStateDigest
    var initial: [Int: EvaluationOutcome] = [:]
    var selected: [Int: EvaluationOutcome] = [:]
    for outcome in outcomes where outcome.split == .test && outcome.score != nil {
      let index = numbering.index(of: outcome.exampleID)
      if outcome.phase == .initial { initial[index] = outcome }
      if outcome.phase == .selected { selected[index] = outcome }
    }
    if keepsInitialState { selected = initial }
    items = initial.keys.sorted().compactMap { index in
      guard let before = initial[index], let after = selected[index],
        let initialScore = before.score, let selectedScore = after.score
      else { return nil }
      return Item(
        index: index, initial: before.outcome == .correct ? 1 : 0,
        selected: after.outcome == .correct ? 1 : 0, initialScore: initialScore,
        selectedScore: selectedScore)
    }
  }

  /// A number of each item of some trials.
  static func sample(_ trials: [TestedTrial], _ value: (Item) -> Double) -> ClusteredSample {
    ClusteredSample(
      trials.flatMap { trial in
        trial.items.map {
          ClusteredSample.Observation(
            task: trial.task, item: $0.index, trial: trial.seed, value: value($0))
        }
      })
  }
}

/// Numbers for the examples of a task, in the order in which they are met.
struct ItemNumbering {
  private var indices: [String: Int] = [:]

  mutating func index(of exampleID: String) -> Int {
    let index = indices[exampleID] ?? indices.count
    indices[exampleID] = index
    return index
  }
}
