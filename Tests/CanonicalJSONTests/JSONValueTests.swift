// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import Testing

struct JSONValueTests {
  @Test(arguments: [
    (#"{"b":1,"a":[true,null,-2.5]}"#, #"{"a":[true,null,-2.5],"b":1}"#),
    (#" "\u00e9\ud83d\ude00\n" "#, "\"é😀\\n\""),
    (#"1e3"#, "1000.0"),
    (#"{}"#, "{}"),
    (#"9223372036854775808"#, "9.223372036854776e+18"),
  ])
  func canonicalTextSortsMembersAndKeepsValues(source: String, canonical: String) throws {
    #expect(try JSONValue(parsing: source).canonicalText == canonical)
  }

  @Test func textKeepsTheOrderOfMembers() throws {
    #expect(try JSONValue(parsing: #"{"b": 1, "a": 2}"#).text == #"{"b":1,"a":2}"#)
  }

  @Test(arguments: [
    ("", 1), ("{\n\"a\" 1}", 2), ("[1,]", 1), ("\"a", 1), ("01", 1), ("{\"a\":1,\"a\":2}", 1),
    ("nul", 1), ("1 2", 1), ("\"\\x\"", 1), (String(repeating: "[", count: 300), 1), ("-", 1),
  ])
  func malformedTextNamesItsLine(text: String, line: Int) {
    let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: text) }
    #expect(error?.line == line)
  }

  @Test func everyControlCharacterSurvivesARoundTrip() throws {
    let all = String(String.UnicodeScalarView((0..<0x80).compactMap(Unicode.Scalar.init)))
    let value: JSONValue = ["key": .string(all)]
    #expect(try JSONValue(parsing: value.text) == value)
    #expect(try JSONValue(parsing: value.indentedText) == value)
  }

  @Test func codableAgreesWithTheTextForms() throws {
    let value: JSONValue = ["a": [1, 2.5, nil, true, "x"], "b": ["c": [:]]]
    let encoded = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(JSONValue.self, from: encoded) == value)
  }
}
