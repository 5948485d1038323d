// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// The draws of Python's `random` module that the published sampler makes.
package struct PythonDraws: Sendable {
  private var twister: MersenneTwister

  /// Seeds as `random.seed` does.
  ///
  /// - Parameter seed: Any number of at least 0.
  package init(seed: UInt32) { twister = MersenneTwister(key: [seed]) }

  /// A uniform whole number, as `random.randint` draws it.
  package mutating func integer(in range: ClosedRange<Int>) -> Int {
    let count = UInt32(range.count)
    let width = UInt32.bitWidth - count.leadingZeroBitCount
    var bits: UInt32
    repeat { bits = twister.next() >> (32 - UInt32(width)) } while bits >= count
    return range.lowerBound + Int(bits)
  }

  /// Discards draws of uniform numbers, as `random.random` makes them.
  package mutating func skipUnits(_ count: Int) {
    for _ in 0..<count { _ = twister.unit() }
  }
}

/// The draws of NumPy's legacy generator that the published sampler makes.
package struct NumPyDraws: Sendable {
  private var twister: MersenneTwister

  /// Seeds as `numpy.random.seed` does.
  package init(seed: UInt32) { twister = MersenneTwister(seed: seed) }

  /// A uniform number of at least 0 and less than 1, as `numpy.random.rand` draws it.
  package mutating func unit() -> Double { twister.unit() }

  /// A uniform index below `count`, as `numpy.random.choice` draws one of several values.
  ///
  /// - Parameter count: At least 1; nothing is drawn for 1.
  /// - Returns: The index.
  package mutating func index(below count: Int) -> Int { bounded(by: UInt32(count - 1)) }

  /// A uniform index below `count`, drawn as `numpy.random.choice` does without replacement: the
  /// first place of a shuffled list.
  ///
  /// - Complexity: O(*n*).
  package mutating func firstOfShuffled(_ count: Int) -> Int {
    var order = Array(0..<count)
    for last in stride(from: count - 1, through: 1, by: -1) {
      order.swapAt(last, bounded(by: UInt32(last)))
    }
    return order[0]
  }

  /// Distinct indices with given weights, as `numpy.random.choice` draws them without replacement.
  ///
  /// - Parameters:
  ///   - count: How many, at most as many as there are weights above zero.
  ///   - weights: One for each index.
  /// - Returns: The indices in the order in which they were found.
  /// - Complexity: O(*n*) in the number of weights, times the rounds needed.
  package mutating func distinctIndices(_ count: Int, weights: [Double]) -> [Int] {
    let total = weights.reduce(0, +)
    var probabilities = weights.map { $0 / total }
    var found: [Int] = []
    while found.count < count {
      let draws = (found.count..<count).map { _ in twister.unit() }
      for index in found { probabilities[index] = 0 }
      let cumulated = Self.cumulated(probabilities)
      for draw in draws {
        let index = cumulated.firstIndex { $0 > draw } ?? cumulated.count - 1
        if !found.contains(index) { found.append(index) }
      }
    }
    return found
  }

  private static func cumulated(_ probabilities: [Double]) -> [Double] {
    var sums: [Double] = []
    var sum = 0.0
    for probability in probabilities {
      sum += probability
      sums.append(sum)
    }
    return sums.map { $0 / sum }
  }

  private mutating func bounded(by greatest: UInt32) -> Int {
    guard greatest > 0 else { return 0 }
    let mask = UInt32.max >> UInt32(greatest.leadingZeroBitCount)
    var bits: UInt32
    repeat { bits = twister.next() & mask } while bits > greatest
    return Int(bits)
  }
}
