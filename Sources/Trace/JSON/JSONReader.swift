// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Reads JSON text (RFC 8259) as dynamic values.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private static let maximumDepth = 200

  static func read(_ text: String) throws(JSONError) -> TraceValue {
    var reader = JSONReader(bytes: Array(text.utf8))
    let value = try reader.readValue(depth: 0)
    reader.skipSpace()
    guard reader.position == reader.bytes.count else {
      throw reader.error("something follows the value")
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func error(_ message: String) -> JSONError {
    let lines = bytes[..<min(position, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    return JSONError(line: lines + 1, message)
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || (0x9...0xd).contains(byte) { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> TraceValue {
    guard depth < Self.maximumDepth else { throw error("the value is nested too deeply") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .text(try readString())
    case UInt8(ascii: "t"): return try readWord("true", true)
    case UInt8(ascii: "f"): return try readWord("false", false)
    case UInt8(ascii: "n"): return try readWord("null", .none)
    case nil: throw error("the text ends where a value was expected")
    default: return try readNumber()
    }
  }

  private mutating func readWord(
    _ word: String, _ value: TraceValue
  ) throws(JSONError) -> TraceValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error("a value was expected") }
    position += word.utf8.count
    return value
  }

  private mutating func readArray(depth: Int) throws(JSONError) -> TraceValue {
    position += 1
    var elements: [TraceValue] = []
    if take(UInt8(ascii: "]")) { return .list(elements) }
    while true {
      elements.append(try readValue(depth: depth + 1))
      if take(UInt8(ascii: "]")) { return .list(elements) }
      guard take(UInt8(ascii: ",")) else { throw error("a comma or ] was expected") }
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> TraceValue {
    position += 1
    var dictionary = TraceDictionary()
    if take(UInt8(ascii: "}")) { return .dictionary(dictionary) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw error("a name in quotes was expected") }
      let name = try readString()
      guard dictionary[name] == nil else { throw error("the name \(name) is given twice") }
      guard take(UInt8(ascii: ":")) else { throw error("a colon was expected after \(name)") }
      dictionary[name] = try readValue(depth: depth + 1)
      if take(UInt8(ascii: "}")) { return .dictionary(dictionary) }
      guard take(UInt8(ascii: ",")) else { throw error("a comma or } was expected") }
    }
  }

  private mutating func readNumber() throws(JSONError) -> TraceValue {
    let start = position
    while let byte = current, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    let unsigned = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
    guard let first = unsigned.first, first.isNumber, digits.last?.isNumber == true,
      !(unsigned.hasPrefix("0") && unsigned.dropFirst().first?.isNumber == true)
    else { throw error("a value was expected") }
    if let integer = Int(digits) { return .integer(integer) }
    guard let real = Double(digits), real.isFinite else {
      throw error("the number \(digits) cannot be represented")
    }
    return .real(real)
  }

  private mutating func readString() throws(JSONError) -> String {
    position += 1
    var content: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        var scalars = String.UnicodeScalarView()
        scalars.append(try readEscape())
        content.append(contentsOf: String(scalars).utf8)
      case 0..<0x20: throw error("a control character has to be escaped")
      default: content.append(byte)
      }
    }
    throw error("the text ends within a string")
  }

  private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
    guard let byte = current else { throw error("the text ends within a string") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): return try readUnicodeEscape()
    default: throw error("an escape is not known")
    }
  }

  private mutating func readUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let high = try readHexUnit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, bytes[position...].starts(with: "\\u".utf8) else {
      throw error("half of a surrogate pair stands alone")
    }
    position += 2
    let low = try readHexUnit()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else { throw error("half of a surrogate pair stands alone") }
    return scalar
  }

  private mutating func readHexUnit() throws(JSONError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits were expected") }
    position += 4
    return unit
  }
}
