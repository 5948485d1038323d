// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// The items of a task by what they are for, with where they come from.
public struct ExampleSplit: Sendable, Hashable {
  /// Where the items come from.
  public let label: DataLabel
  /// The items that the optimizer learns from.
  public let train: [Example]
  /// The items that choose among states.
  public let validation: [Example]
  /// The items that are scored once.
  public let test: [Example]
  /// The digest of the items and of what they are for.
  public let digest: ContentDigest

  /// Creates a split and computes its digest.
  ///
  /// - Parameters:
  ///   - label: Where the items come from.
  ///   - train: The items to learn from.
  ///   - validation: The items that choose among states.
  ///   - test: The items that are scored once.
  /// - Complexity: O(*n*) in the length of all texts.
  public init(label: DataLabel, train: [Example], validation: [Example], test: [Example]) {
    let parts: JSONValue = [
      "train": .array(train.map(\.json)), "validation": .array(validation.map(\.json)),
      "test": .array(test.map(\.json)),
    ]
    self.init(
      label: label, parts: (train, validation, test), digest: ContentDigest(of: parts))
  }

  /// Divides a set by place: the first 15 items train, the next 5 validate, the rest tests, as in
  /// the Trace paper's BBH experiment (Cheng, Nie and Swaminathan, 2024, appendix C.4).
  ///
  /// The set's own digest stands for the split, because the rule has nothing to choose.
  ///
  /// - Parameter set: At least 21 items.
  /// - Throws: ``DataError`` with code `wrongCount` when nothing would be left to test on.
  public init(asInTracePaper set: ExampleSet) throws(DataError) {
    let parts = try Self.parts(of: set, trainCount: 15, validationCount: 5)
    self.init(label: set.label, parts: parts, digest: set.digest)
  }

  /// Divides a set by place.
  ///
  /// - Parameters:
  ///   - set: The items in order.
  ///   - trainCount: How many train, from the first.
  ///   - validationCount: How many validate, after those; the rest tests.
  /// - Throws: ``DataError`` with code `wrongCount` when nothing would be left to test on.
  public init(_ set: ExampleSet, trainCount: Int, validationCount: Int) throws(DataError) {
    let parts = try Self.parts(of: set, trainCount: trainCount, validationCount: validationCount)
    self.init(
      label: set.label, train: parts.train, validation: parts.validation, test: parts.test)
  }

  private typealias Parts = (train: [Example], validation: [Example], test: [Example])

  private init(label: DataLabel, parts: Parts, digest: ContentDigest) {
    self.label = label
    (train, validation, test) = parts
    self.digest = digest
  }

  private static func parts(
    of set: ExampleSet, trainCount: Int, validationCount: Int
  ) throws(DataError) -> Parts {
    let seen = trainCount + validationCount
    guard set.examples.count > seen else {
      throw DataError(
        .wrongCount,
        "\(set.name) has \(set.examples.count) items: the split needs at least \(seen + 1)."
      )
    }
    return (
      Array(set.examples[..<trainCount]), Array(set.examples[trainCount..<seen]),
      Array(set.examples[seen...])
    )
  }

  /// All items: those that train, then those that validate, then those that test.
  ///
  /// - Complexity: O(*n*).
  public var examples: [Example] { train + validation + test }
}
