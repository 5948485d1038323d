// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A seeded source of draws whose every algorithm is fixed here.
///
/// The standard library may change how `shuffled(using:)` or `random(in:using:)` consume bits, so a
/// frozen draw of data must not depend on them. Bits come from SplitMix64 (Steele, Lea and Flood,
/// OOPSLA 2014); ranges are drawn by rejection, hence without bias.
package struct SeededStream: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a stream.
  ///
  /// - Parameter seed: Any number; equal seeds give equal streams on every machine.
  package init(seed: UInt64) { state = seed }

  /// Creates the stream called `name` of a seed, unrelated to streams of other names.
  ///
  /// - Parameters:
  ///   - seed: Any number.
  ///   - name: What the stream is for; hashed with FNV-1a.
  /// - Complexity: O(*n*) in the length of the name.
  package init(seed: UInt64, name: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mixer = SeededStream(seed: seed ^ hash)
    state = mixer.next()
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A uniform integer.
  ///
  /// - Parameter range: At most 2^63 integers.
  /// - Returns: A number of the range.
  package mutating func integer(in range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound) + 1
    let limit = UInt64.max - UInt64.max % count
    var bits = next()
    while bits >= limit { bits = next() }
    return range.lowerBound + Int(bits % count)
  }

  /// True with a probability of `percent` in 100.
  package mutating func chance(_ percent: Int) -> Bool { integer(in: 1...100) <= percent }

  /// A uniform element.
  ///
  /// - Parameter elements: The choices; there must be at least one.
  /// - Returns: One of them.
  package mutating func element<Element>(of elements: [Element]) -> Element {
    precondition(!elements.isEmpty, "an element can only be drawn from a list that has one")
    return elements[integer(in: 0...elements.count - 1)]
  }

  /// The elements in a uniform random order, by the Fisher-Yates method.
  ///
  /// - Complexity: O(*n*).
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, through: 1, by: -1) {
      result.swapAt(last, integer(in: 0...last))
    }
    return result
  }

  /// Distinct elements in random order.
  ///
  /// - Parameters:
  ///   - count: How many, at most as many as there are.
  ///   - elements: The choices.
  /// - Returns: `count` of them, each at most once.
  package mutating func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    precondition(count <= elements.count, "a sample cannot be larger than the list it is from")
    return Array(shuffled(elements).prefix(count))
  }
}
