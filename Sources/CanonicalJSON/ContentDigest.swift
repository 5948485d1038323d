// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The SHA-256 digest of a content, by which requests, states and files are identified.
public struct ContentDigest: Sendable, Hashable {
  /// 64 lower-case hexadecimal digits.
  public let hex: String

  /// The first 12 digits, for display.
  public var shortHex: String { String(hex.prefix(12)) }

  /// Takes a digest written as 64 hexadecimal digits, or nil when the text is something else.
  public init?(hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy(Self.isDigit) else { return nil }
    self.hex = hex.utf8.contains { (0x41...0x46).contains($0) } ? hex.lowercased() : hex
  }

  /// Whether a byte is one of `0` to `9`, `a` to `f` and `A` to `F`.
  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
  }

  /// Computes the digest of bytes.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(ofBytes bytes: some Sequence<UInt8>) {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    self = hasher.finalize()
  }

  /// Computes the digest of a text's UTF-8 bytes.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(of text: String) { self.init(ofBytes: text.utf8) }

  /// Computes the digest of a value's canonical text.
  ///
  /// - Complexity: O(*n* log *n*) in the size of the value.
  public init(of value: JSONValue) { self.init(of: value.canonicalText) }

  init(words: [UInt32]) {
    hex = words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}

extension ContentDigest: Codable {
  /// Reads 64 hexadecimal digits.
  ///
  /// - Throws: `DecodingError` when the text is something else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let digest = ContentDigest(hex: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "a digest has 64 hexadecimal digits"
      )
    }
    self = digest
  }

  /// Writes 64 hexadecimal digits.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
