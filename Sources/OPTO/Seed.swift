// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The number from which all randomness of a trial follows.
///
/// Each consumer takes a stream of its own by name, so that adding one consumer does not change
/// what the others draw.
public struct Seed: RawRepresentable, Sendable, Hashable, Codable {
  /// The number.
  public let rawValue: UInt64

  /// Creates a seed.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The seed of the stream called `purpose`, by FNV-1a over the name and one SplitMix64 step.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  public func derived(for purpose: String) -> Seed {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var generator = SeededGenerator(seed: rawValue ^ hash)
    return Seed(rawValue: generator.next())
  }

  /// A generator that starts at this seed.
  public func makeGenerator() -> SeededGenerator { SeededGenerator(seed: rawValue) }
}
