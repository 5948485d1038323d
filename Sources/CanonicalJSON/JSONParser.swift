// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension JSONValue {
  /// Reads one JSON value (RFC 8259) that makes up the whole text but for white space.
  ///
  /// Nesting deeper than 256 levels and repeated member names are refused.
  ///
  /// - Throws: ``JSONParseError`` with the place of the first error.
  /// - Complexity: O(*n*) in the length of the text.
  public init(parsing text: String) throws(JSONParseError) {
    var parser = JSONParser(bytes: Array(text.utf8))
    self = try parser.parseDocument()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position = 0
  static let maximumDepth = 256

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func parseDocument() throws(JSONParseError) -> JSONValue {
    let value = try parseValue(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw failure("text after the value") }
    return value
  }

  func failure(_ message: String) -> JSONParseError {
    let line = 1 + bytes[..<min(position, bytes.count)].count { $0 == 0x0A }
    return JSONParseError(offset: position, line: line, message: message)
  }

  mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
      position += 1
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func parseValue(depth: Int) throws(JSONParseError) -> JSONValue {
    guard depth < Self.maximumDepth else { throw failure("nested too deeply") }
    skipSpace()
    guard position < bytes.count else { throw failure("the text ends where a value should be") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try parseObject(depth: depth)
    case UInt8(ascii: "["): return try parseArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseLiteral("true", .bool(true))
    case UInt8(ascii: "f"): return try parseLiteral("false", .bool(false))
    case UInt8(ascii: "n"): return try parseLiteral("null", .null)
    default: return try parseNumber()
    }
  }

  mutating func parseLiteral(_ word: String, _ value: JSONValue) throws(JSONParseError) -> JSONValue
  {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("an unknown word") }
    position += word.utf8.count
    return value
  }

  mutating func parseArray(depth: Int) throws(JSONParseError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try parseValue(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw failure("a comma or ] is missing") }
      return .array(elements)
    }
  }

  mutating func parseObject(depth: Int) throws(JSONParseError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("a member name in quotes is missing")
      }
      let name = try parseString()
      guard names.insert(name).inserted else { throw failure("member \"\(name)\" is repeated") }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
      members.append(JSONValue.Member(name, try parseValue(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw failure("a comma or } is missing") }
      return .object(members)
    }
  }

  mutating func parseNumber() throws(JSONParseError) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let firstDigit = position
    skipDigits()
    guard position > firstDigit else { throw failure("a value is missing") }
    guard position == firstDigit + 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
      throw failure("a number starts with 0")
    }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      try requireDigits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try requireDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw failure("a number out of range") }
    return .real(value)
  }

  mutating func skipDigits() {
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
  }

  mutating func requireDigits() throws(JSONParseError) {
    let start = position
    skipDigits()
    guard position > start else { throw failure("a digit is missing") }
  }

  mutating func parseString() throws(JSONParseError) -> String {
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: content, as: UTF8.self)
      }
      guard byte >= 0x20 else { throw failure("a control character in a string") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        try parseEscape(into: &content)
      } else {
        content.append(byte)
      }
    }
    throw failure("a string has no end")
  }

  mutating func parseEscape(into content: inout [UInt8]) throws(JSONParseError) {
    guard position < bytes.count else { throw failure("a string has no end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "u"): try parseUnicodeEscape(into: &content)
    default: throw failure("an unknown escape")
    }
  }

  mutating func parseUnicodeEscape(into content: inout [UInt8]) throws(JSONParseError) {
    var code = try parseHexUnit()
    if (0xD800...0xDBFF).contains(code), take(UInt8(ascii: "\\")) {
      guard take(UInt8(ascii: "u")) else { throw failure("half of a surrogate pair") }
      let low = try parseHexUnit()
      guard (0xDC00...0xDFFF).contains(low) else { throw failure("half of a surrogate pair") }
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
    }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    content.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  mutating func parseHexUnit() throws(JSONParseError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are missing") }
    position += 4
    return code
  }
}
