// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Testing

struct ExampleSetTests {
  private static let items = [
    Example(id: "a", input: "1", target: "x"), Example(id: "b", input: "2", target: "y"),
  ]

  private func digest(_ items: [Example]) -> String {
    ExampleSet(name: "set", label: .user, examples: items).digest.hex
  }

  @Test func theDigestChangesWithEveryPartOfAnItemAndWithTheOrder() {
    let original = Self.items
    let changed = [
      [Example(id: "c", input: "1", target: "x"), original[1]],
      [Example(id: "a", input: "1 ", target: "x"), original[1]],
      [Example(id: "a", input: "1", target: "X"), original[1]],
      Array(original.reversed()),
      Array(original.prefix(1)),
    ]
    #expect(Set((changed + [original]).map(digest)).count == 6)
  }

  @Test func theDigestDependsOnNothingElse() {
    let one = ExampleSet(name: "one", label: .generated, examples: Self.items)
    #expect(one.digest.hex == digest(Self.items))
  }
}
