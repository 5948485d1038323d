// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import Trace

struct JSONTests {
  @Test(
    arguments: [
      .none, true, 1, -0.0, 2.0, 1e-5, 1e300, .real(.infinity), "é\"\\\n\u{1}", [1, [2, nil]],
      .tuple([1, "a"]), .set(TraceSet([1, 2])), ["b": 1, "a": [:]], ["$tuple": [1]],
      ["$dict": ["$set": []]], ["$real": "nan", "x": 1], .integer(.min), .integer(.max),
    ] as [TraceValue])
  func valueSurvivesARoundTrip(value: TraceValue) throws {
    let copy = try TraceValue(json: value.json)
    #expect(copy == value)
    #expect(copy.literal == value.literal)
    #expect(throws: Never.self) { try JSONValue(parsing: value.json) }
  }

  @Test func notANumberSurvivesToo() throws {
    guard case .real(let value) = try TraceValue(json: TraceValue.real(.nan).json) else {
      Issue.record("the value is no number")
      return
    }
    #expect(value.isNaN)
  }

  @Test(arguments: [
    ("", 1), ("[1,\n2", 2), ("{\"a\":1,\"a\":2}", 1), ("[1] 2", 1), ("01", 1), ("-", 1), ("1.", 1),
    ("\"a", 1), ("\"\\x\"", 1), ("\"\\ud800\"", 1), ("nul", 1), ("[1,]", 1), ("\"\n\"", 1),
    (String(repeating: "[", count: 300), 1), ("1e999", 1), ("{a:1}", 1), ("+1", 1),
  ])
  func malformedTextNamesItsLine(text: String, line: Int) {
    let error = #expect(throws: JSONError.self) { try TraceValue(json: text) }
    #expect(error.map { $0.line <= line + 1 && $0.line >= 1 } == true)
  }

  @Test func escapesAreRead() throws {
    #expect(try TraceValue(json: #" "\u00e9\ud83d\ude00\/\b\f\t" "#) == "é😀/\u{8}\u{c}\t")
  }
}
