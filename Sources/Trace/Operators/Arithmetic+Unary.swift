// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Arithmetic {
  static func negative(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    switch try number(x, "unary -") {
    case .integer(let value): try exact(0.subtractingReportingOverflow(value))
    case .real(let value): .real(-value)
    }
  }

  static func positive(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    switch try number(x, "unary +") {
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    }
  }

  static func magnitude(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    switch try number(x, "abs()") {
    case .integer(let value): value < 0 ? try negative(x) : .integer(value)
    case .real(let value): .real(value.magnitude)
    }
  }

  static func bitwiseNot(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    guard case .integer(let value) = try number(x, "unary ~") else {
      throw .type("bad operand type for unary ~: '\(x.typeName)'")
    }
    return .integer(~value)
  }

  static func rounded(_ x: TraceValue, _ n: TraceValue) throws(OperatorException) -> TraceValue {
    let value = try number(x, "round()")
    if case .none = n { return try whole(x, .toNearestOrEven, "round") }
    guard case .integer(let places)? = Number(n) else {
      throw .type("'\(n.typeName)' object cannot be interpreted as an integer")
    }
    switch value {
    case .integer(let value):
      return .integer(places >= 0 ? value : try roundedToTens(value, -places))
    case .real(let value): return .real(roundedToPlaces(value, places))
    }
  }

  static func whole(
    _ x: TraceValue, _ rule: FloatingPointRoundingRule, _ operation: String
  ) throws(OperatorException) -> TraceValue {
    switch try number(x, "\(operation)()") {
    case .integer(let value): return .integer(value)
    case .real(let value):
      guard !value.isNaN else { throw .value("cannot convert float NaN to integer") }
      guard let whole = Int(exactly: value.rounded(rule)) else { throw .overflow }
      return .integer(whole)
    }
  }

  /// Rounds the decimal value exactly: a product that seems to lie half-way is decided by what the
  /// multiplication lost.
  private static func roundedToPlaces(_ value: Double, _ places: Int) -> Double {
    guard value.isFinite, places <= 22 else { return value }
    guard places >= 0 else {
      let scale = decimalPower(min(-places, 400))
      return scale.isFinite ? (value / scale).rounded(.toNearestOrEven) * scale : 0
    }
    let scale = decimalPower(places)
    let scaled = value * scale
    guard scaled.isFinite, scaled.magnitude < 0x1p52 else { return value }
    let lost = (-scaled).addingProduct(value, scale)
    let lower = scaled.rounded(.down)
    let isTie = scaled - lower == 0.5 && lost != 0
    let nearest = isTie ? (lost > 0 ? lower + 1 : lower) : scaled.rounded(.toNearestOrEven)
    return nearest / scale
  }

  private static func decimalPower(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  private static func roundedToTens(_ value: Int, _ zeros: Int) throws(OperatorException) -> Int {
    guard zeros < 19 else { return 0 }
    var unit = 1
    for _ in 0..<zeros { unit *= 10 }
    let rest = ((value % unit) + unit) % unit
    let (lower, underflow) = value.subtractingReportingOverflow(rest)
    guard !underflow else { throw .overflow }
    let isUp = rest > unit / 2 || (rest == unit / 2 && unit > 1 && (lower / unit) % 2 != 0)
    guard isUp else { return lower }
    let (upper, overflow) = lower.addingReportingOverflow(unit)
    guard !overflow else { throw .overflow }
    return upper
  }

  static func number(_ x: TraceValue, _ symbol: String) throws(OperatorException) -> Number {
    guard let number = Number(x) else {
      throw .type("bad operand type for \(symbol): '\(x.typeName)'")
    }
    return number
  }
}
