// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// A named list of examples together with where they come from and what they are, bit for bit.
public struct ExampleSet: Sendable, Hashable {
  /// The set's name, such as the task it belongs to.
  public let name: String

  /// Where the items come from.
  public let label: DataLabel

  /// The items in their fixed order.
  public let examples: [Example]

  /// The SHA-256 of the items in order: equal exactly when ids, inputs and targets are equal.
  public let digest: ContentDigest

  /// Creates a set and computes its digest.
  ///
  /// - Parameters:
  ///   - name: The set's name.
  ///   - label: Where the items come from.
  ///   - examples: The items in order.
  /// - Complexity: O(*n*) in the length of all texts.
  public init(name: String, label: DataLabel, examples: [Example]) {
    self.name = name
    self.label = label
    self.examples = examples
    digest = ContentDigest(of: .array(examples.map(\.json)))
  }

  /// The set with only the first of the items that have the same input, so that none of them can
  /// train and test.
  ///
  /// - Complexity: O(*n*) in the length of all texts.
  package var withoutRepetitions: ExampleSet {
    var seen: Set<String> = []
    return ExampleSet(
      name: name, label: label, examples: examples.filter { seen.insert($0.input).inserted })
  }
}

extension Example {
  /// The item as a JSON object with the members `id`, `input` and `target`, in this order.
  var json: JSONValue { .object(members) }

  /// The members of ``json``.
  var members: [JSONValue.Member] {
    [.init("id", .string(id)), .init("input", .string(input)), .init("target", .string(target))]
  }
}
