// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Arithmetic as Python defines it, on 64-bit whole numbers and doubles.
///
/// A whole number that does not fit 64 bits is an `OverflowError`, never a trap.
enum Arithmetic {
  /// A number: truth values count as 0 and 1.
  enum Number {
    case integer(Int)
    case real(Double)

    init?(_ value: TraceValue) {
      switch value {
      case .integer(let value): self = .integer(value)
      case .real(let value): self = .real(value)
      case .bool(let value): self = .integer(value ? 1 : 0)
      default: return nil
      }
    }

    var real: Double {
      switch self {
      case .integer(let value): Double(value)
      case .real(let value): value
      }
    }
  }

  static func sum(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    switch (x, y) {
    case (.text(let first), .text(let second)): return .text(first + second)
    case (.list(let first), .list(let second)): return .list(first + second)
    case (.tuple(let first), .tuple(let second)): return .tuple(first + second)
    default: break
    }
    switch try numbers(x, y, "+") {
    case (.integer(let first), .integer(let second)):
      return try exact(first.addingReportingOverflow(second))
    case (let first, let second): return .real(first.real + second.real)
    }
  }

  static func difference(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    if case (.set(let first), .set(let second)) = (x, y) {
      return .set(TraceSet(first.elements.filter { !second.contains($0) }))
    }
    switch try numbers(x, y, "-") {
    case (.integer(let first), .integer(let second)):
      return try exact(first.subtractingReportingOverflow(second))
    case (let first, let second): return .real(first.real - second.real)
    }
  }

  static func product(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    if let repeated = try repeated(x, y) { return repeated }
    if let repeated = try repeated(y, x) { return repeated }
    switch try numbers(x, y, "*") {
    case (.integer(let first), .integer(let second)):
      return try exact(first.multipliedReportingOverflow(by: second))
    case (let first, let second): return .real(first.real * second.real)
    }
  }

  static func quotient(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    let (first, second) = try numbers(x, y, "/")
    guard second.real != 0 else {
      if case (.integer, .integer) = (first, second) { throw .zeroDivision("division by zero") }
      throw .zeroDivision("float division by zero")
    }
    return .real(first.real / second.real)
  }

  static func floorQuotient(
    _ x: TraceValue, _ y: TraceValue
  ) throws(OperatorException) -> TraceValue {
    switch try numbers(x, y, "//") {
    case (.integer(let first), .integer(let second)):
      guard second != 0 else { throw .zeroDivision("integer division or modulo by zero") }
      let (quotient, overflow) = first.dividedReportingOverflow(by: second)
      guard !overflow else { throw .overflow }
      let isRoundedUp = first % second != 0 && (first < 0) != (second < 0)
      return .integer(isRoundedUp ? quotient - 1 : quotient)
    case (let first, let second):
      guard second.real != 0 else { throw .zeroDivision("float floor division by zero") }
      let remainder = floored(first.real, second.real)
      return .real(((first.real - remainder) / second.real).rounded())
    }
  }

  static func remainder(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    switch try numbers(x, y, "%") {
    case (.integer(let first), .integer(let second)):
      guard second != 0 else { throw .zeroDivision("integer modulo by zero") }
      guard second != -1 else { return 0 }
      let remainder = first % second
      return .integer(
        remainder != 0 && (remainder < 0) != (second < 0) ? remainder + second : remainder)
    case (let first, let second):
      guard second.real != 0 else { throw .zeroDivision("float modulo") }
      return .real(floored(first.real, second.real))
    }
  }

  /// The remainder with the sign of the divisor.
  private static func floored(_ dividend: Double, _ divisor: Double) -> Double {
    let remainder = dividend.truncatingRemainder(dividingBy: divisor)
    guard remainder != 0, (remainder < 0) != (divisor < 0) else { return remainder }
    return remainder + divisor
  }

  /// A text or sequence written several times over, when `count` is a whole number.
  private static func repeated(
    _ sequence: TraceValue, _ count: TraceValue
  ) throws(OperatorException) -> TraceValue? {
    guard case .integer(let count)? = Number(count) else { return nil }
    let times = max(0, count)
    func check(_ length: Int) throws(OperatorException) {
      let (total, overflow) = length.multipliedReportingOverflow(by: times)
      guard !overflow, total <= maximumRepetition else {
        throw OperatorException(type: "MemoryError", message: "the repeated value is too long")
      }
    }
    switch sequence {
    case .text(let text):
      try check(text.utf8.count)
      return .text(String(repeating: text, count: times))
    case .list(let elements):
      try check(elements.count)
      return .list(Array(repeatElement(elements, count: times).joined()))
    case .tuple(let elements):
      try check(elements.count)
      return .tuple(Array(repeatElement(elements, count: times).joined()))
    default: return nil
    }
  }

  /// The longest text or list that a multiplication may make.
  private static let maximumRepetition = 1 << 28

  static func exact(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(OperatorException) -> TraceValue {
    guard !result.overflow else { throw .overflow }
    return .integer(result.partialValue)
  }

  static func numbers(
    _ x: TraceValue, _ y: TraceValue, _ symbol: String
  ) throws(OperatorException) -> (Number, Number) {
    guard let first = Number(x), let second = Number(y) else {
      throw .type(
        "unsupported operand type(s) for \(symbol): '\(x.typeName)' and '\(y.typeName)'")
    }
    return (first, second)
  }
}
