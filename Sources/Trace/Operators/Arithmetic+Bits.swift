// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Arithmetic {
  static func bitwiseAnd(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    switch (x, y) {
    case (.bool(let first), .bool(let second)): return .bool(first && second)
    case (.set(let first), .set(let second)):
      return .set(TraceSet(first.elements.filter(second.contains)))
    default:
      let (first, second) = try integers(x, y, "&")
      return .integer(first & second)
    }
  }

  static func bitwiseOr(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    switch (x, y) {
    case (.bool(let first), .bool(let second)): return .bool(first || second)
    case (.set(let first), .set(let second)):
      return .set(TraceSet(first.elements + second.elements))
    case (.dictionary(let first), .dictionary(let second)):
      return .dictionary(first.updated(with: second))
    default:
      let (first, second) = try integers(x, y, "|")
      return .integer(first | second)
    }
  }

  static func bitwiseXor(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    switch (x, y) {
    case (.bool(let first), .bool(let second)): return .bool(first != second)
    case (.set(let first), .set(let second)):
      return .set(first.symmetricDifference(second))
    default:
      let (first, second) = try integers(x, y, "^")
      return .integer(first ^ second)
    }
  }

  static func leftShift(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    let (value, places) = try integers(x, y, "<<")
    guard places >= 0 else { throw .value("negative shift count") }
    guard value != 0 else { return 0 }
    let shifted = value << places
    guard places < Int.bitWidth, shifted >> places == value else { throw .overflow }
    return .integer(shifted)
  }

  static func rightShift(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    let (value, places) = try integers(x, y, ">>")
    guard places >= 0 else { throw .value("negative shift count") }
    return .integer(value >> places)
  }

  private static func integers(
    _ x: TraceValue, _ y: TraceValue, _ symbol: String
  ) throws(OperatorException) -> (Int, Int) {
    guard case .integer(let first)? = Number(x), case .integer(let second)? = Number(y) else {
      throw .type(
        "unsupported operand type(s) for \(symbol): '\(x.typeName)' and '\(y.typeName)'")
    }
    return (first, second)
  }
}
