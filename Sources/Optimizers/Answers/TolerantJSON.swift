// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// Reads JSON as language models write it: trailing commas, raw line breaks in strings, single
/// quotes and the Python words `True`, `False` and `None` are understood.
///
/// It reads one value from the start of the text and ignores what follows. It never guesses at a
/// value that was cut off: a text that ends inside a value is refused.
struct TolerantJSON {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private static let maximumDepth = 64

  /// The first value of the text, or nil when there is none.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func value(in text: Substring) -> JSONValue? {
    var reader = TolerantJSON(scalars: Array(text.unicodeScalars))
    return reader.readValue(depth: 0)
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skipSpace() {
    while let scalar = current, scalar.properties.isWhitespace { position += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func readValue(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth < Self.maximumDepth, let scalar = current else { return nil }
    switch scalar {
    case "{": return readObject(depth: depth)
    case "[", "(": return readArray(depth: depth)
    case "\"", "'": return readString().map { .string($0) }
    default: return readWord()
    }
  }

  private mutating func readArray(depth: Int) -> JSONValue? {
    let close: Unicode.Scalar = current == "(" ? ")" : "]"
    position += 1
    var elements: [JSONValue] = []
    while !take(close) {
      guard let element = readValue(depth: depth + 1) else { return nil }
      elements.append(element)
      if take(",") { continue }
      guard take(close) else { return nil }
      break
    }
    return .array(elements)
  }

  private mutating func readObject(depth: Int) -> JSONValue? {
    position += 1
    var members: [JSONValue.Member] = []
    while !take("}") {
      skipSpace()
      guard current == "\"" || current == "'", let name = readString(), take(":"),
        let value = readValue(depth: depth + 1)
      else { return nil }
      members.removeAll { $0.name == name }
      members.append(JSONValue.Member(name, value))
      if take(",") { continue }
      guard take("}") else { return nil }
      break
    }
    return .object(members)
  }

  private mutating func readWord() -> JSONValue? {
    let start = position
    while let scalar = current,
      scalar.properties.isAlphabetic || "+-.0123456789_".contains(Character(scalar))
    {
      position += 1
    }
    var word = ""
    word.unicodeScalars.append(contentsOf: scalars[start..<position])
    switch word {
    case "true", "True": return .bool(true)
    case "false", "False": return .bool(false)
    case "null", "None": return .null
    default:
      if let integer = Int(word) { return .integer(integer) }
      if let real = Double(word), real.isFinite { return .real(real) }
      return nil
    }
  }

  private mutating func readString() -> String? {
    let quote = scalars[position]
    position += 1
    var content = String.UnicodeScalarView()
    while let scalar = current {
      position += 1
      if scalar == quote { return String(content) }
      guard scalar == "\\" else {
        content.append(scalar)
        continue
      }
      guard let escaped = current else { return nil }
      position += 1
      switch escaped {
      case "n": content.append("\n")
      case "t": content.append("\t")
      case "r": content.append("\r")
      case "b": content.append("\u{8}")
      case "f": content.append("\u{c}")
      case "u":
        guard let decoded = readUnicodeEscape() else { return nil }
        content.append(decoded)
      case "\"", "'", "\\", "/", "\n": content.append(escaped)
      default:
        content.append("\\")
        content.append(escaped)
      }
    }
    return nil
  }

  private mutating func readUnicodeEscape() -> Unicode.Scalar? {
    guard let high = readHexUnit() else { return nil }
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    guard position + 1 < scalars.count, scalars[position] == "\\", scalars[position + 1] == "u"
    else { return "\u{FFFD}" }
    position += 2
    guard let low = readHexUnit(), (0xDC00...0xDFFF).contains(low) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
  }

  private mutating func readHexUnit() -> UInt32? {
    guard position + 4 <= scalars.count else { return nil }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: scalars[position..<position + 4])
    position += 4
    return UInt32(digits, radix: 16)
  }
}
