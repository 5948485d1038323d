// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Equality and order as Python defines them.
enum Comparison {
  /// Whether both values are equal; numbers and truth values compare across their types.
  static func areEqual(_ x: TraceValue, _ y: TraceValue) -> Bool {
    switch (x, y) {
    case (.text(let first), .text(let second)): first.utf8.elementsEqual(second.utf8)
    case (.list(let first), .list(let second)), (.tuple(let first), .tuple(let second)):
      first.count == second.count && zip(first, second).allSatisfy(areEqual)
    case (.dictionary(let first), .dictionary(let second)):
      first.count == second.count
        && first.keys.allSatisfy { key in
          guard let one = first[key], let other = second[key] else { return false }
          return areEqual(one, other)
        }
    default:
      switch (Arithmetic.Number(x), Arithmetic.Number(y)) {
      case (.integer(let first)?, .integer(let second)?): first == second
      case (let first?, let second?): first.real == second.real
      default: x == y
      }
    }
  }

  /// Whether x comes before y, or is equal to it when `orEqual` is true.
  static func precedes(
    _ x: TraceValue, _ y: TraceValue, orEqual: Bool, _ symbol: String
  ) throws(OperatorException) -> Bool {
    switch (x, y) {
    case (.text(let first), .text(let second)):
      return orEqual
        ? !second.unicodeScalars.lexicographicallyPrecedes(first.unicodeScalars)
        : first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
    case (.list(let first), .list(let second)), (.tuple(let first), .tuple(let second)):
      for (one, other) in zip(first, second) where !areEqual(one, other) {
        return try precedes(one, other, orEqual: orEqual, symbol)
      }
      return orEqual ? first.count <= second.count : first.count < second.count
    case (.set(let first), .set(let second)):
      return first.elements.allSatisfy(second.contains)
        && (orEqual || first.elements.count < second.elements.count)
    default:
      switch (Arithmetic.Number(x), Arithmetic.Number(y)) {
      case (.integer(let first)?, .integer(let second)?):
        return orEqual ? first <= second : first < second
      case (let first?, let second?):
        return orEqual ? first.real <= second.real : first.real < second.real
      default:
        throw .type(
          "'\(symbol)' not supported between instances of '\(x.typeName)' and '\(y.typeName)'")
      }
    }
  }

  /// Whether Python takes the value for true.
  static func isTrue(_ value: TraceValue) -> Bool {
    switch value {
    case .none: false
    case .bool(let value): value
    case .integer(let value): value != 0
    case .real(let value): value != 0
    case .text(let value): !value.isEmpty
    case .list(let elements), .tuple(let elements): !elements.isEmpty
    case .set(let set): !set.elements.isEmpty
    case .dictionary(let dictionary): dictionary.count > 0
    }
  }

  /// Whether the value is among the members of a container, or a part of a text.
  static func isMember(
    _ x: TraceValue, of y: TraceValue
  ) throws(OperatorException) -> Bool {
    switch y {
    case .list(let elements), .tuple(let elements): return elements.contains { areEqual($0, x) }
    case .set(let set): return set.contains(x)
    case .dictionary(let dictionary):
      guard case .text(let key) = x else { return false }
      return dictionary[key] != nil
    case .text(let text):
      guard case .text(let part) = x else {
        throw .type("'in <string>' requires string as left operand, not \(x.typeName)")
      }
      return part.isEmpty || TextMethods.firstRange(of: part, in: text[...]) != nil
    default: throw .type("argument of type '\(y.typeName)' is not iterable")
    }
  }
}
