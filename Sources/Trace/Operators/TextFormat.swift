// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A format of a field, such as `>8.2f`, as Python's `format` reads it.
///
/// Understood are fill, alignment, sign, zero padding, width, thousands separator, precision and
/// the types `s d f F e E g G %`.
struct TextFormat {
  private var fill: Character = " "
  private var alignment: Character?
  private var sign: Character = "-"
  private var width = 0
  private var hasSeparator = false
  private var precision: Int?
  private var type: Character?
  private let text: Substring

  init(_ text: Substring) throws(OperatorException) {
    self.text = text
    var rest = text
    if let second = rest.dropFirst().first, "<>^=".contains(second) {
      fill = rest.removeFirst()
      alignment = rest.removeFirst()
    } else if let first = rest.first, "<>^=".contains(first) {
      alignment = rest.removeFirst()
    }
    if let first = rest.first, "+- ".contains(first) { sign = rest.removeFirst() }
    if rest.first == "0" {
      rest.removeFirst()
      if alignment == nil { (fill, alignment) = ("0", "=") }
    }
    width = Self.number(&rest) ?? 0
    if rest.first == "," {
      rest.removeFirst()
      hasSeparator = true
    }
    if rest.first == "." {
      rest.removeFirst()
      guard let digits = Self.number(&rest) else {
        throw .value("Format specifier missing precision")
      }
      precision = digits
    }
    type = rest.popFirst()
    guard rest.isEmpty, width < 1 << 16, (precision ?? 0) < 1 << 10 else {
      throw .value("Invalid format specifier")
    }
  }

  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { "0123456789".contains($0) }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }

  /// The value in this format.
  func written(_ value: TraceValue) throws(OperatorException) -> String {
    if text.isEmpty { return value.plainText }
    guard let number = Arithmetic.Number(value), type != "s" || value.textValue != nil else {
      guard case .text(let text) = value, type == nil || type == "s" else {
        throw .value(
          "Unknown format code '\(type ?? "s")' for object of type '\(value.typeName)'")
      }
      let cut = precision.map { String(text.unicodeScalars.prefix($0)) } ?? text
      return padded("", cut, alignment ?? "<")
    }
    let digits = try digits(of: number, value)
    let isNegative = digits.hasPrefix("-")
    let prefix = isNegative ? "-" : sign == "-" ? "" : String(sign)
    let body = isNegative ? String(digits.dropFirst()) : digits
    return padded(prefix, hasSeparator ? separated(body) : body, alignment ?? ">")
  }

  private func digits(
    of number: Arithmetic.Number, _ value: TraceValue
  ) throws(OperatorException) -> String {
    switch (type, number) {
    case ("d", .integer(let value)), (nil, .integer(let value)): return String(value)
    case (nil, .real) where precision == nil: return value.plainText
    case ("f", _), ("F", _), ("e", _), ("E", _), ("g", _), ("G", _):
      return Self.printed(number.real, precision ?? 6, type ?? "f")
    case ("%", _): return Self.printed(number.real * 100, precision ?? 6, "f") + "%"
    case (nil, .real): return Self.printed(number.real, precision ?? 6, "g")
    default:
      throw .value("Unknown format code '\(type ?? "s")' for object of type '\(value.typeName)'")
    }
  }

  private static func printed(_ value: Double, _ precision: Int, _ type: Character) -> String {
    withVaList([Int32(precision), value]) { arguments in
      let length = 400 + precision
      return withUnsafeTemporaryAllocation(of: CChar.self, capacity: length) { buffer in
        guard let start = buffer.baseAddress else { return "" }
        vsnprintf(start, length, "%.*\(type)", arguments)
        return String(cString: start)
      }
    }
  }

  private func separated(_ digits: String) -> String {
    let whole = digits.prefix { $0.isNumber }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped + digits.dropFirst(whole.count)
  }

  private func padded(_ prefix: String, _ body: String, _ alignment: Character) -> String {
    let missing = max(0, width - prefix.count - body.unicodeScalars.count)
    let filling = { (count: Int) in String(repeating: fill, count: count) }
    return switch alignment {
    case "<": prefix + body + filling(missing)
    case "^": filling(missing / 2) + prefix + body + filling(missing - missing / 2)
    case "=": prefix + filling(missing) + body
    default: filling(missing) + prefix + body
    }
  }
}
