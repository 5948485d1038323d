// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Testing

struct SeededStreamTests {
  /// The first outputs of SplitMix64 for seed 1234567, as its author's C program prints them.
  @Test func bitsAreThoseOfSplitMix64() {
    var stream = SeededStream(seed: 1_234_567)
    let bits = (0..<3).map { _ in stream.next() }
    #expect(
      bits == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func streamsOfOtherNamesDiffer() {
    var one = SeededStream(seed: 7, name: "navigate")
    var same = SeededStream(seed: 7, name: "navigate")
    var other = SeededStream(seed: 7, name: "web_of_lies")
    let bits = one.next()
    #expect(bits == same.next())
    #expect(bits != other.next())
  }

  @Test(arguments: [0...0, -3...3, 1...100, Int.min / 4...Int.max / 4])
  func integersStayInTheirRange(range: ClosedRange<Int>) {
    var stream = SeededStream(seed: 5)
    for _ in 0..<200 { #expect(range.contains(stream.integer(in: range))) }
  }

  @Test func everyNumberOfASmallRangeIsDrawnAboutEquallyOften() {
    var stream = SeededStream(seed: 11)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 { counts[stream.integer(in: 0...5)] += 1 }
    // 1,000 expected with a standard deviation of 29: five deviations either way.
    #expect(counts.allSatisfy { (855...1145).contains($0) })
  }

  @Test func aShuffleKeepsAllElementsAndASampleRepeatsNone() {
    var stream = SeededStream(seed: 3)
    let elements = Array(0..<50)
    let shuffled = stream.shuffled(elements)
    #expect(shuffled != elements)
    #expect(shuffled.sorted() == elements)
    #expect(Set(stream.sample(20, of: elements)).count == 20)
  }
}
