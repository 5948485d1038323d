// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The draws of Python's `random.Random` for a whole-number seed, so that published splits can be
/// made again by their own rule.
///
/// The algorithms are those of the module's documentation and have been stable since Python 3.2:
/// MT19937 seeded by array, whole numbers by rejection of the top bits, Fisher-Yates from the end.
package struct PythonRandom: Sendable {
  private var twister: MersenneTwister

  /// Seeds as `random.Random(seed)` does.
  ///
  /// - Parameter seed: Any number; its 32-bit digits, the lowest first, seed the generator.
  package init(seed: UInt64) {
    let low = UInt32(truncatingIfNeeded: seed)
    let high = UInt32(truncatingIfNeeded: seed >> 32)
    twister = MersenneTwister(key: high == 0 ? [low] : [low, high])
  }

  /// A uniform whole number below a limit, as `_randbelow` draws it.
  ///
  /// - Parameter limit: At least 1 and less than 2^32.
  /// - Returns: A number of at least 0 and less than `limit`.
  package mutating func integer(below limit: Int) -> Int {
    precondition((1...Int(UInt32.max)).contains(limit), "a limit is from 1 to 2^32 - 1")
    let width = Int.bitWidth - limit.leadingZeroBitCount
    while true {
      let bits = Int(twister.next() >> UInt32(32 - width))
      if bits < limit { return bits }
    }
  }

  /// The elements in the order that `shuffle` leaves them in.
  ///
  /// - Complexity: O(*n*).
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, through: 1, by: -1) {
      result.swapAt(last, integer(below: last + 1))
    }
    return result
  }

  /// Distinct elements in the order in which `sample` draws them.
  ///
  /// - Parameters:
  ///   - count: How many, at most as many as there are.
  ///   - elements: The choices.
  /// - Returns: `count` of them, each at most once.
  /// - Complexity: O(*n*) in the number of choices.
  package mutating func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    precondition(count <= elements.count, "a sample cannot be larger than the list it is from")
    guard elements.count > Self.poolLimit(count) else {
      var pool = elements
      return (0..<count).map { drawn in
        let place = integer(below: pool.count - drawn)
        defer { pool[place] = pool[pool.count - drawn - 1] }
        return pool[place]
      }
    }
    var taken: Set<Int> = []
    return (0..<count).map { _ in
      var place = integer(below: elements.count)
      while !taken.insert(place).inserted { place = integer(below: elements.count) }
      return elements[place]
    }
  }

  /// The size of a list up to which Python draws from a shrinking copy of it: what a set of the
  /// drawn places would take.
  private static func poolLimit(_ count: Int) -> Int {
    guard count > 5 else { return 21 }
    var size = 1
    while size < 3 * count { size *= 4 }
    return 21 + size
  }
}
