// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Testing

/// The expected draws were printed by Python 3.11.
struct PythonRandomTests {
  @Test func shufflesAreThoseOfPython() {
    var zero = PythonRandom(seed: 0)
    #expect(zero.shuffled(Array(0...9)) == [7, 8, 1, 5, 3, 4, 2, 0, 9, 6])
    var fortyTwo = PythonRandom(seed: 42)
    #expect(fortyTwo.shuffled(["I1", "I2", "I3", "C"]) == ["I3", "I2", "C", "I1"])
  }

  @Test func samplesAreThoseOfPython() {
    var pool = PythonRandom(seed: 1)
    #expect(
      pool.sample(10, of: Array(0...99)) == [17, 72, 97, 8, 32, 15, 63, 57, 60, 83])
    var set = PythonRandom(seed: 1)
    #expect(set.sample(5, of: Array(0...9999)) == [2201, 9325, 1033, 4179, 1931])
    var small = PythonRandom(seed: 0)
    #expect(
      (0..<3).map { _ in small.sample(4, of: Array(0..<4)) } == [
        [3, 1, 0, 2], [3, 1, 2, 0], [2, 3, 0, 1],
      ])
    var border = PythonRandom(seed: 9)
    #expect(border.sample(6, of: Array(0..<85)) == [59, 78, 47, 34, 17, 23])
    #expect(border.sample(6, of: Array(0..<86)) == [0, 43, 64, 59, 77, 10])
  }

  @Test func aSeedMayHaveTwoDigitsOf32Bits() {
    var random = PythonRandom(seed: 0x1_0000_0007)
    #expect((0..<4).map { _ in random.integer(below: 1000) } == [230, 783, 367, 351])
  }
}
