// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

/// Expected values were computed by Python 3.11.
struct PythonArithmeticTests {
  typealias Operation = @Sendable (TraceNode, TraceNode) throws -> TraceNode

  static let floorDivide: Operation = { try $0.floorDivided(by: $1) }
  static let modulo: Operation = { try $0 % $1 }
  static let power: Operation = { try $0.raised(to: $1) }
  static let round: Operation = { try $0.rounded(toPlaces: $1) }
  static let plus: Operation = { try $0 + $1 }
  static let times: Operation = { try $0 * $1 }
  static let less: Operation = { try $0 < $1 }
  static let item: Operation = { try $0[$1] }
  static let split: Operation = { try $0.split(separator: $1) }
  static let replace: Operation = { try $0.replacing($1, with: "-") }

  @Test(
    arguments: [
      (floorDivide, 7, -2, -4), (floorDivide, -7, 2, -4), (floorDivide, 7.5, 2, 3.0),
      (floorDivide, -7.5, 2, -4.0), (modulo, 7, -3, -2), (modulo, -7, 3, 2), (modulo, -7.5, 2, 0.5),
      (modulo, 7.5, -2, -0.5), (modulo, .integer(.min), -1, 0), (power, 2, -1, 0.5),
      (power, -2, 3, -8), (power, 0, 0, 1), (power, -1, 1_000_000_001, -1), (round, 2.675, 2, 2.67),
      (round, 1.145, 2, 1.15), (round, 2.5, nil, 2), (round, -2.5, nil, -2),
      (round, 1250, -2, 1200),
      (round, 1350, -2, 1400), (round, -1250, -2, -1200), (round, 5, 2, 5), (plus, true, 1, 2),
      (plus, 0.1, 0.2, 0.30000000000000004), (plus, [1], [2], [1, 2]), (times, "ab", 3, "ababab"),
      (times, 2, [1], [1, 1]), (times, "ab", -1, ""), (less, 1, 1.5, true),
      (less, [1], [1, 0], true),
      (less, "a", "B", false), (item, "añb", 1, "ñ"), (item, ["k": 2], "k", 2),
      (split, " a  b c ", nil, ["a", "b", "c"]), (split, "a,b,,c", ",", ["a", "b", "", "c"]),
      (replace, "abc", "", "-a-b-c-"),
    ] as [(Operation, TraceValue, TraceValue, TraceValue)])
  func valueIsThatOfPython(
    operation: Operation, x: TraceValue, y: TraceValue, expected: TraceValue
  ) throws {
    let tape = Tape()
    let result = try operation(tape.constant(x), tape.constant(y)).value
    #expect(result == expected)
    #expect(result.typeName == expected.typeName)
  }

  @Test(
    arguments: [
      (floorDivide, 1, 0, "(ZeroDivisionError) integer division or modulo by zero"),
      (modulo, 1, 0, "(ZeroDivisionError) integer modulo by zero"),
      (power, 0, -1, "(ZeroDivisionError) 0.0 cannot be raised to a negative power"),
      (power, 10, 400, "(OverflowError) the result does not fit a 64-bit number"),
      (plus, .integer(.max), 1, "(OverflowError) the result does not fit a 64-bit number"),
      (times, .integer(.min), -1, "(OverflowError) the result does not fit a 64-bit number"),
      (floorDivide, .integer(.min), -1, "(OverflowError) the result does not fit a 64-bit number"),
      (plus, 1, "a", "(TypeError) unsupported operand type(s) for +: 'int' and 'str'"),
      (less, 1, "a", "(TypeError) '<' not supported between instances of 'int' and 'str'"),
      (item, [1], 1, "(IndexError) list index out of range"),
      (item, ["a": 1], "b", "(KeyError) 'b'"),
      (item, 1, 0, "(TypeError) 'int' object is not subscriptable"),
      (split, "a", "", "(ValueError) empty separator"),
      (split, 1, nil, "(AttributeError) 'int' object has no attribute 'split'"),
      (times, "a", 1_000_000_000_000, "(MemoryError) the repeated value is too long"),
    ] as [(Operation, TraceValue, TraceValue, String)])
  func failureIsTheExceptionOfPythonAndNeverATrap(
    operation: Operation, x: TraceValue, y: TraceValue, expected: String
  ) throws {
    let tape = Tape()
    let error = #expect(throws: ExecutionError.self) {
      try operation(tape.constant(x), tape.constant(y))
    }
    let node = try #require(error?.node)
    #expect(node.value == .text(expected))
    #expect(node.isException)
    #expect(node.name.hasPrefix("exception_"))
    #expect(tape.invariantViolations == [])
  }

  @Test func failedOperatorIsAnnotatedWithItsSource() throws {
    let tape = Tape()
    let error = #expect(throws: ExecutionError.self) { try tape.constant(1) / 0 }
    #expect(
      error?.fullFeedback == """
        def divide(x, y):
            return x / y <--- (ZeroDivisionError) division by zero.
        (ZeroDivisionError) division by zero.
        """)
    #expect(error?.simpleFeedback == "(ZeroDivisionError) division by zero")
  }
}
