// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The generator MT19937 (Matsumoto and Nishimura, 1998) with the seedings that published Python
/// experiments used, so that their draws can be repeated.
///
/// It is a value and not GSL's generator of the same name, which cannot be seeded with an array, as
/// Python does, and replaces seed 0.
package struct MersenneTwister: Sendable {
  private static let length = 624
  private static let distance = 397

  private var state: [UInt32]
  private var position = length

  /// Seeds with one number, as `numpy.random.seed` does.
  ///
  /// - Parameter seed: Any number.
  package init(seed: UInt32) {
    state = [UInt32](repeating: seed, count: Self.length)
    for index in 1..<Self.length {
      let previous = state[index - 1]
      state[index] = 1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index)
    }
  }

  /// Seeds with an array, as Python's `random.seed` does with the 32-bit digits of its number.
  ///
  /// - Parameter key: At least one number.
  package init(key: [UInt32]) {
    precondition(!key.isEmpty, "the generator is seeded with at least one number")
    self.init(seed: 19_650_218)
    var index = 1
    for round in 0..<max(Self.length, key.count) {
      let place = round % key.count
      mix(&index, multiplier: 1_664_525) { $0 &+ key[place] &+ UInt32(place) }
    }
    for _ in 1..<Self.length {
      let place = UInt32(index)
      mix(&index, multiplier: 1_566_083_941) { $0 &- place }
    }
    state[0] = 0x8000_0000
  }

  private mutating func mix(
    _ index: inout Int, multiplier: UInt32, then finish: (UInt32) -> UInt32
  ) {
    let previous = state[index - 1]
    state[index] = finish(state[index] ^ ((previous ^ (previous >> 30)) &* multiplier))
    index += 1
    if index == Self.length {
      state[0] = state[Self.length - 1]
      index = 1
    }
  }

  /// The next 32 random bits.
  package mutating func next() -> UInt32 {
    if position == Self.length { refill() }
    var bits = state[position]
    position += 1
    bits ^= bits >> 11
    bits ^= (bits << 7) & 0x9d2c_5680
    bits ^= (bits << 15) & 0xefc6_0000
    return bits ^ (bits >> 18)
  }

  /// A uniform number of at least 0 and less than 1 with 53 random bits, as NumPy and Python draw it.
  package mutating func unit() -> Double {
    let high = Double(next() >> 5)
    let low = Double(next() >> 6)
    return (high * 0x1p26 + low) / 0x1p53
  }

  private mutating func refill() {
    for index in 0..<Self.length {
      let upper = state[index] & 0x8000_0000
      let lower = state[(index + 1) % Self.length] & 0x7fff_ffff
      let joined = upper | lower
      let twisted = (joined >> 1) ^ (joined & 1 == 0 ? 0 : 0x9908_b0df)
      state[index] = state[(index + Self.distance) % Self.length] ^ twisted
    }
    position = 0
  }
}
