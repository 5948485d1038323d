// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The SplitMix64 generator (Steele, Lea and Flood, OOPSLA 2014), the same on every machine.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator that starts at `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// The elements in a uniform random order by the Fisher-Yates method, whose draws are fixed here
  /// because the standard library may change how it draws.
  ///
  /// - Complexity: O(*n*).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, through: 1, by: -1) {
      result.swapAt(last, index(below: last + 1))
    }
    return result
  }

  /// A uniform index of at least 0 and less than `count`, drawn by rejection.
  ///
  /// - Parameter count: At least 1.
  /// - Returns: The index.
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "an index can only be drawn below a positive count")
    let bound = UInt64(count)
    let limit = UInt64.max - UInt64.max % bound
    var bits = next()
    while bits >= limit { bits = next() }
    return Int(bits % bound)
  }

  /// A uniform number of at least 0 and less than 1, with 53 random bits.
  ///
  /// - Returns: The number.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
