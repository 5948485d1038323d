// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Testing

/// The expected numbers were printed by NumPy 2.4 and Python 3.11.
struct MersenneTwisterTests {
  @Test func aNumberSeedsAsInNumPyAlsoZero() {
    var twister = MersenneTwister(seed: 0)
    #expect((0..<3).map { _ in twister.next() } == [2_357_136_044, 2_546_248_239, 3_071_714_933])
    var later = MersenneTwister(seed: 0)
    let units = (0..<700).map { _ in later.unit() }
    #expect(units.suffix(2) == [0.5181498137911743, 0.8427768626848423])
  }

  @Test func anArraySeedsAsInPython() {
    var twister = MersenneTwister(key: [1111])
    let bits = (0..<1300).map { _ in twister.next() }
    #expect(bits.first == 934_588_202)
    #expect(bits.last == 3_295_959_713)
    var long = MersenneTwister(key: [7, 256])
    #expect((0..<2).map { _ in long.next() } == [2_635_837_658, 3_209_733_218])
  }

  @Test func unitsHave53Bits() {
    var twister = MersenneTwister(key: [1111])
    #expect((0..<2).map { _ in twister.unit() } == [0.21760077176688164, 0.3443807346030824])
  }
}
