// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Trace

struct OperatorTableTests {
  /// One row of the operator table: what is applied, and what Python gives.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let apply: @Sendable (Tape) throws -> TraceNode
    let value: TraceValue
    let line: String

    var testDescription: String { name }
  }

  @Test(arguments: rows)
  func rowGivesTheValueAndTheLineOfPython(row: Row) throws {
    let tape = Tape()
    let node = try row.apply(tape)
    #expect(node.value == row.value)
    #expect(node.name == "\(row.name):0")
    let inputs = node.inputs.map { "\($0.key)=\($0.node.pythonName)" }.joined(separator: ", ")
    #expect("\(row.name)(\(inputs))" == row.line)
    #expect(node.operation?.name == row.name)
    #expect(node.operation?.summary.isEmpty == false)
    #expect(tape.invariantViolations == [])
  }

  @Test func everyOperatorHasARow() {
    let tested = Set(Self.rows.map(\.name))
    let existing = Set(BuiltinOperator.all.map(\.description.name))
    #expect(tested == existing.union(["format", "make_dict"]))
    #expect(Set(BuiltinOperator.all.map(\.description.summary)).count == existing.count)
  }

  static let rows: [Row] = arithmetic + logic + text + containers + changes

  private static func binary(
    _ name: String, _ x: TraceValue, _ y: TraceValue, _ value: TraceValue,
    keys: (String, String) = ("x", "y"),
    _ apply: @escaping @Sendable (TraceNode, TraceNode) throws -> TraceNode
  ) -> Row {
    Row(
      name: name,
      apply: { try apply($0.constant(x, named: "a"), $0.constant(y, named: "b")) },
      value: value, line: "\(name)(\(keys.0)=a0, \(keys.1)=b0)")
  }

  private static func unary(
    _ name: String, _ x: TraceValue, _ value: TraceValue,
    _ apply: @escaping @Sendable (TraceNode) throws -> TraceNode
  ) -> Row {
    Row(
      name: name, apply: { try apply($0.constant(x, named: "a")) }, value: value,
      line: "\(name)(x=a0)")
  }

  private static let arithmetic: [Row] = [
    binary("add", 2, 3, 5) { try $0 + $1 },
    binary("subtract", 2, 3, -1) { try $0 - $1 },
    binary("multiply", 2, 3, 6) { try $0 * $1 },
    binary("divide", 1, 4, 0.25) { try $0 / $1 },
    binary("floor_divide", -7, 2, -4) { try $0.floorDivided(by: $1) },
    binary("mod", -7, 3, 2) { try $0 % $1 },
    binary("node_divmod", -7, 2, .tuple([-4, 1])) { try $0.quotientAndRemainder(dividingBy: $1) },
    binary("power", 2, 10, 1024) { try $0.raised(to: $1) },
    unary("neg", 2, -2) { try -$0 },
    unary("pos", true, 1) { try +$0 },
    unary("abs", -2.5, 2.5) { try $0.absoluteValue() },
    unary("invert", 5, -6) { try ~$0 },
    binary("round", 2.675, 2, 2.67, keys: ("x", "n")) { try $0.rounded(toPlaces: $1) },
    unary("floor", -1.5, -2) { try $0.roundedDown() },
    unary("ceil", -1.5, -1) { try $0.roundedUp() },
    unary("trunc", -1.5, -1) { try $0.truncated() },
    binary("and_", 6, 3, 2) { try $0 & $1 },
    binary("or_", 6, 3, 7) { try $0 | $1 },
    binary("xor", 6, 3, 5) { try $0 ^ $1 },
    binary("lshift", 1, 10, 1024) { try $0 << $1 },
    binary("rshift", -5, 1, -3) { try $0 >> $1 },
  ]

  private static let logic: [Row] = [
    binary("lt", 1, 2, true) { try $0 < $1 },
    binary("le", 2, 2, true) { try $0 <= $1 },
    binary("gt", "a", "B", true) { try $0 > $1 },
    binary("ge", [1, 2], [1, 3], false) { try $0 >= $1 },
    binary("eq", 1, 1.0, true) { try $0.isEqual(to: $1) },
    binary("neq", 1, true, false) { try $0.isNotEqual(to: $1) },
    Row(
      name: "cond",
      apply: { try $0.constant(0, named: "a").choosing("yes", otherwise: "no") },
      value: "no", line: "cond(condition=a0, x=str0, y=str1)"),
    unary("not_", "", true) { try !$0 },
    binary("is_", nil, nil, true) { try $0.isIdentical(to: $1) },
    binary("is_not", 1, 1.0, true) { try $0.isNotIdentical(to: $1) },
    binary("in_", "b", "abc", true) { try $0.isContained(in: $1) },
    binary("not_in", 4, [1, 2], true) { try $0.isNotContained(in: $1) },
    unary("clone", [1], [1]) { try $0.cloned() },
  ]

  private static let text: [Row] = [
    binary("concat", "ab", "cd", "abcd") { try $0 + $1 },
    unary("lower", "ÀB", "àb") { try $0.lowercased() },
    unary("upper", "straße", "STRASSE") { try $0.uppercased() },
    unary("title", "hello wORLD it's", "Hello World It'S") { try $0.titlecased() },
    unary("capitalize", "hELLO", "Hello") { try $0.capitalized() },
    unary("swapcase", "Hello World", "hELLO wORLD") { try $0.caseSwapped() },
    Row(
      name: "split",
      apply: { try $0.constant("a,b,,c", named: "a").split(separator: ",", maxSplits: 1) },
      value: ["a", "b,,c"], line: "split(x=a0, y=str0, maxsplit=int0)"),
    binary("strip", "xxabxx", "x", "ab", keys: ("x", "chars")) { try $0.trimmed($1) },
    Row(
      name: "replace",
      apply: { try $0.constant("aaa", named: "a").replacing("a", with: "b", count: 2) },
      value: "bba", line: "replace(x=a0, old=str0, new=str1, count=int0)"),
    Row(
      name: "format",
      apply: { try $0.constant("{} {n:.2f}", named: "a").formatted(["q"], ["n": 3.14159]) },
      value: "q 3.14", line: "format(x=a0, args_0=args_00, n=n0)"),
    Row(
      name: "join", apply: { try $0.constant("-", named: "a").joining(["b", "c"]) },
      value: "b-c", line: "join(x=a0, args_0=str0, args_1=str1)"),
    unary("ord_", "é", 233) { try $0.unicodeNumber() },
    unary("chr_", 233, "é") { try $0.unicodeCharacter() },
  ]

  private static let containers: [Row] = [
    binary("getitem", [1, 2, 3], -1, 3, keys: ("x", "index")) { try $0[$1] },
    Row(
      name: "get",
      apply: { try $0.constant(["k": 1], named: "a").value(named: "z", default: 7) },
      value: 7, line: "get(x=a0, key=str0, default=int0)"),
    binary("pop", [1, 2], 0, 1, keys: ("x", "index")) { try $0.popped(at: $1) },
    unary("len_", "añb", 3) { try $0.length() },
    binary("node_getattr", ["f": 4], "f", 4, keys: ("obj", "attr")) { try $0.attribute($1) },
    unary("keys", ["b": 1, "a": 2], ["b", "a"]) { try $0.keys() },
    unary("values", ["b": 1, "a": 2], [1, 2]) { try $0.values() },
    unary("to_list", "ab", ["a", "b"]) { try $0.asList() },
    unary("to_tuple", [1, 2], .tuple([1, 2])) { try $0.asTuple() },
    unary("to_set", [1, 2, 1], .set(TraceSet([2, 1]))) { try $0.asSet() },
    unary("to_dict", [["a", 1]], ["a": 1]) { try $0.asDictionary() },
    Row(
      name: "make_list", apply: { try $0.list($0.constant(1, named: "a"), 2) },
      value: [1, 2], line: "make_list(args_0=a0, args_1=int0)"),
    Row(
      name: "make_tuple", apply: { try $0.tuple($0.constant(1, named: "a"), 2) },
      value: .tuple([1, 2]), line: "make_tuple(args_0=a0, args_1=int0)"),
    Row(
      name: "make_set", apply: { try $0.set($0.constant(1, named: "a"), 1) },
      value: .set(TraceSet([1])), line: "make_set(args_0=a0, args_1=int0)"),
    Row(
      name: "make_dict", apply: { try $0.dictionary(["k": $0.constant(1, named: "a"), "m": 2]) },
      value: ["k": 1, "m": 2], line: "make_dict(k=a0, m=m0)"),
  ]

  private static let numbers = TraceValue.set(TraceSet([1, 2]))

  private static let changes: [Row] = [
    binary("list_append", [1], 2, [1, 2]) { try $0.appending($1) },
    binary("list_extend", [1], .tuple([2, 3]), [1, 2, 3]) { try $0.extended(with: $1) },
    Row(
      name: "list_insert", apply: { try $0.constant([1, 3], named: "a").inserting(2, at: 1) },
      value: [1, 2, 3], line: "list_insert(x=a0, index=int0, y=int1)"),
    binary("list_pop", [1, 2], 0, [2], keys: ("x", "index")) { try $0.removing(at: $1) },
    binary("list_remove", [1, 2, 1], 1, [2, 1]) { try $0.removingFirst($1) },
    unary("list_reverse", [1, 2], [2, 1]) { try $0.reversed() },
    binary("list_sort", [3, 1, 2], true, [3, 2, 1], keys: ("x", "reverse")) {
      try $0.sorted(descending: $1)
    },
    unary("list_clear", [1], []) { try $0.clearingList() },
    binary("dict_update", ["a": 1], ["b": 2], ["a": 1, "b": 2]) { try $0.updated(with: $1) },
    binary("dict_pop", ["a": 1, "b": 2], "a", ["b": 2], keys: ("x", "key")) {
      try $0.removing(key: $1)
    },
    unary("dict_popitem", ["a": 1, "b": 2], ["a": 1]) { try $0.removingLastEntry() },
    binary("set_add", numbers, 3, .set(TraceSet([1, 2, 3]))) { try $0.inserting($1) },
    binary("set_discard", numbers, 5, numbers) { try $0.discarding($1) },
    binary("set_remove", numbers, 1, .set(TraceSet([2]))) { try $0.removing(member: $1) },
    binary("set_update", numbers, [3], .set(TraceSet([1, 2, 3]))) { try $0.union($1) },
    binary("set_intersection_update", numbers, [2, 3], .set(TraceSet([2]))) {
      try $0.intersection($1)
    },
    binary("set_symmetric_difference_update", numbers, [2, 3], .set(TraceSet([1, 3]))) {
      try $0.symmetricDifference($1)
    },
    unary("set_clear", numbers, .set(TraceSet())) { try $0.clearingSet() },
  ]
}
