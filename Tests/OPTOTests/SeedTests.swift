// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Testing

struct SeedTests {
  @Test func theGeneratorIsTheOnePublished() {
    // The first outputs of SplitMix64 for seed 1234567, from its authors' C program.
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() }
        == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func streamsOfDifferentNamesAreDifferentAndEqualNamesAreEqual() {
    let seed = Seed(rawValue: 3)
    #expect(seed.derived(for: "a") == seed.derived(for: "a"))
    #expect(seed.derived(for: "a") != seed.derived(for: "b"))
    #expect(seed.derived(for: "a") != Seed(rawValue: 4).derived(for: "a"))
  }

  @Test func indicesAndOrdersAreUniform() {
    var generator = Seed(rawValue: 7).makeGenerator()
    var counts = [Int](repeating: 0, count: 5)
    for _ in 0..<50_000 { counts[generator.index(below: 5)] += 1 }
    for count in counts { #expect(abs(count - 10_000) < 500) }
    var first = [Int](repeating: 0, count: 4)
    for _ in 0..<40_000 { first[generator.shuffled([0, 1, 2, 3])[0]] += 1 }
    for count in first { #expect(abs(count - 10_000) < 500) }
  }
}
