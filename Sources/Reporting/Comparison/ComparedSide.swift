// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import TrialRecords

/// One of several runs or stores that are compared.
package struct ComparedSide: Sendable {
  /// How tables name it.
  package let label: String
  /// Its rows.
  package let results: StoredResults

  /// Creates a side.
  package init(label: String, results: StoredResults) {
    self.label = label
    self.results = results
  }
}

/// Sides that cannot be compared, in one sentence.
package struct ComparisonError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  package let description: String
}

/// What a trial of one side has in common with its counterparts of the others.
struct ComparedCell: Hashable {
  let suite: String
  let task: String
  let optimizer: String
  let protocolName: String

  init(_ trial: TrialRecord) {
    suite = trial.suite
    task = trial.task
    optimizer = trial.optimizer
    protocolName = trial.protocolName
  }
}

extension ComparedCell: Comparable {
  private var parts: [String] { [suite, protocolName, task, optimizer] }

  static func < (left: Self, right: Self) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}

extension ComparedSide {
  /// The complete trials of each cell.
  ///
  /// - Throws: ``ComparisonError`` when a cell has two trials with one seed, such as of two models.
  func cells() throws(ComparisonError) -> [ComparedCell: [TrialRecord]] {
    let complete = results.trials.filter { $0.state == .complete }
    let cells = Dictionary(grouping: complete, by: ComparedCell.init)
    for (cell, trials) in cells.sorted(by: { $0.key < $1.key })
    where Set(trials.map(\.seed)).count < trials.count {
      throw ComparisonError(
        description: plainText(
          "\(label) has several trials of \(cell.suite) \(cell.task) \(cell.optimizer) "
            + "with one seed, such as of two models: name one of its runs"))
    }
    return cells
  }
}
