// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing

@testable import Optimizers

struct OptimizerAnswerTests {
  static let forms: [(String, [String: JSONValue], String)] = [
    (#"{"suggestion":{"a":"1"}}"#, ["a": "1"], "json"),
    ("```json\n{\"suggestion\":{\"a\":\"1\"}}\n```", ["a": "1"], "fenced"),
    (#"Sure! {"suggestion":{"a":"1"}} bye"#, ["a": "1"], "embedded"),
    (
      "{\"suggestion\": {\"a\": \"use ```python\\nx=1\\n``` ok\"}}",
      ["a": "use ```python\nx=1\n``` ok"], "json"
    ),
    (#"{"suggestion":{"a":"1",}}"#, ["a": "1"], "repaired"),
    ("{\"suggestion\":{\"a\":\"l1\nl2\"}}", ["a": "l1\nl2"], "repaired"),
    (#"{"suggestion":{"a":"1", "b":"2",}}"#, ["a": "1", "b": "2"], "repaired"),
    (#"{"a":"1"}"#, ["a": "1"], "json"),
    (#"{"reasoning":"r", "a":"1"}"#, ["a": "1"], "json"),
    (#"{'suggestion': {'a': True}}"#, ["a": true], "repaired"),
    (#"I will {not} {"suggestion":{"a":"1"}}"#, ["a": "1"], "embedded"),
  ]

  @Test(arguments: forms)
  func suggestionsAreReadFromEveryForm(
    text: String, expected: [String: JSONValue], path: String
  ) throws {
    let answer = try #require(OptimizerAnswer.read(text))
    let read = Dictionary(
      answer.suggestions.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(read == expected)
    #expect(answer.path.rawValue == path)
  }

  @Test(arguments: [
    "hello", "", "{", "[1]", "{}", #"{"reasoning":"r"}"#, #"{"suggestion": 3}"#,
    #"{"suggestion": {"a": "cut"#,
  ])
  func textWithoutSuggestionsIsNoAnswer(text: String) {
    #expect(OptimizerAnswer.read(text) == nil)
  }

  @Test(arguments: ["TERMINATE", " \"TERMINATE\" ", "TERMINATE."])
  func theWholeAnswerTerminateEndsTheOptimization(text: String) {
    #expect(OptimizerAnswer.read(text)?.path == .terminated)
  }

  @Test func aMentionOfTerminateDoesNotEndTheOptimization() throws {
    let text = #"{"reasoning": "do not TERMINATE", "suggestion": {"a": "1"}}"#
    let answer = try #require(OptimizerAnswer.read(text))
    #expect(answer.path == .json)
    #expect(answer.suggestions.count == 1)
    #expect(answer.reasoning == "do not TERMINATE")
  }
}
