// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

/// Expected texts were printed by Python 3.11.
struct PythonValueTests {
  @Test(
    arguments: [
      (
        [
          1, "a'b", "q\"", nil, true, 2.0, .tuple([1]), ["k": [1]], "\n\u{1}é", "a'b\"c", -0.0,
          1e-5,
          1e22, .real(.infinity),
        ] as TraceValue,
        #"[1, "a'b", 'q"', None, True, 2.0, (1,), {'k': [1]}, '\n\x01é', 'a\'b"c', -0.0, 1e-05, 1e+22, inf]"#
      ),
      (.real(1e16), "1e+16"), (.real(9_007_199_254_740_992), "9007199254740992.0"),
      (.real(-9_999_999_999_999_998), "-9999999999999998.0"), (.set(TraceSet()), "set()"),
      (.set(TraceSet([1])), "{1}"), (.tuple([]), "()"), (.list([]), "[]"), (.dictionary([:]), "{}"),
      ("it's\n", "it's\n"), (.none, "None"), (.real(.nan), "nan"), (1.0, "1.0"),
      (100_000.0, "100000.0"),
    ] as [(TraceValue, String)])
  func plainTextIsWhatPythonPrints(value: TraceValue, text: String) {
    #expect(value.plainText == text)
  }

  @Test(
    arguments: [
      (TraceValue.none, "NoneType"), (true, "bool"), (1, "int"), (1.5, "float"), ("", "str"),
      ([], "list"), (.tuple([]), "tuple"), (.set(TraceSet()), "set"), (.dictionary([:]), "dict"),
    ] as [(TraceValue, String)])
  func typeNameIsThatOfPython(value: TraceValue, name: String) {
    #expect(value.typeName == name)
  }

  @Test func orderOfNamesAndMembersDoesNotCountForEquality() {
    let first: TraceValue = ["a": 1, "b": 2]
    let second: TraceValue = ["b": 2, "a": 1]
    #expect(first == second)
    #expect(first.hashValue == second.hashValue)
    #expect(first.plainText != second.plainText)
    #expect(TraceSet([1, 2]) == TraceSet([2, 1]))
    #expect(first != ["a": 1])
  }

  @Test func dictionaryKeepsTheOrderInWhichNamesWereFirstWritten() {
    var dictionary = TraceDictionary([("b", 1), ("a", 2), ("b", 3)])
    dictionary["c"] = 4
    dictionary["a"] = nil
    #expect(dictionary.keys == ["b", "c"])
    #expect(dictionary.values == [3, 4])
    #expect(dictionary.map(\.key) == ["b", "c"])
  }

  @Test func swiftValuesSurviveARoundTrip() {
    #expect([Int](traceValue: [1, 2].traceValue) == [1, 2])
    #expect([String: Double](traceValue: ["a": 1.5].traceValue) == ["a": 1.5])
    #expect(Int?(traceValue: TraceValue.none) == .some(.none))
    #expect(Int?(traceValue: 3) == 3)
    #expect(Int(traceValue: "3") == nil)
    #expect([Int](traceValue: [1, "2"]) == nil)
    #expect(Double(traceValue: 3) == 3)
    #expect(Bool(traceValue: 1) == nil)
    #expect(["b": 1, "a": 2].traceValue.plainText == "{'a': 2, 'b': 1}")
  }

  @Test(
    arguments: [
      ("{} {n:.2f} {!r} {{}}", ["q", "r"], ["n": 3.14159], "q 3.14 'r' {}"),
      (
        "{:>8}|{:<6}|{:^7}|{:08.3f}|{:,}|{:+d}|{:.1%}",
        ["a", "b", "c", 3.14159, 1_234_567, 5, 0.256],
        [:], "       a|b     |   c   |0003.142|1,234,567|+5|25.6%"
      ),
      (
        "{:e} {:g} {:.3} {:*^9.1f} {:=+7d} {:.2}",
        [12345.678, 12345.678, .real(2.0 / 3), 2.5, 3, "abcd"],
        [:], "1.234568e+04 12345.7 0.667 ***2.5*** +     3 ab"
      ),
      ("{a[k]} {b[1]}", [], ["a": ["k": 1], "b": [5, 6]], "1 6"),
      ("{:5}|{:5}|{:<5}|{:.3f}", [1, "a", 2.5, true], [:], "    1|a    |2.5  |1.000"),
      ("{:,.2f} {:%}", [-1234567.891, 0.5], [:], "-1,234,567.89 50.000000%"),
    ] as [(TraceValue, [TraceValue], TraceDictionary, String)])
  func templatesAreFilledAsPythonDoes(
    template: TraceValue, arguments: [TraceValue], fields: TraceDictionary, text: String
  ) throws {
    let node = Tape().constant(template)
    let result =
      if let first = fields["a"], let second = fields["b"] {
        try node.formatted(arguments, ["a": first, "b": second])
      } else if let first = fields["n"] {
        try node.formatted(arguments, ["n": first])
      } else {
        try node.formatted(arguments)
      }
    #expect(result.value == .text(text))
  }
}
