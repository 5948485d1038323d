// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets

/// The paper's split by place in the file: the first 15 items train, the next 5 validate, and the
/// rest test.
package struct BigBenchHardSplit: Sendable, Hashable {
  /// How many items train.
  package static let trainCount = 15

  /// How many items validate.
  package static let validationCount = 5

  /// The items that the optimizer learns from.
  package let train: [Example]

  /// The items that choose among states.
  package let validation: [Example]

  /// The items that are scored once.
  package let test: [Example]

  /// Splits a set.
  ///
  /// - Parameter set: At least 21 items.
  /// - Throws: ``DataError`` with code `wrongCount` when nothing would be left to test on.
  package init(_ set: ExampleSet) throws(DataError) {
    let seen = Self.trainCount + Self.validationCount
    guard set.examples.count > seen else {
      throw DataError(
        .wrongCount,
        "\(set.name) has \(set.examples.count) items: the split needs at least \(seen + 1)."
      )
    }
    train = Array(set.examples[..<Self.trainCount])
    validation = Array(set.examples[Self.trainCount..<seen])
    test = Array(set.examples[seen...])
  }
}
