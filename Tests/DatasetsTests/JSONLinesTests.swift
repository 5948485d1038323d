// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

struct JSONLinesTests {
  private func examples(_ text: String) throws -> [Example] {
    try JSONLines.examples(in: Array(text.utf8), named: "my.jsonl")
  }

  @Test func itemsComeInTheOrderOfTheirLines() throws {
    let text = """
      {"id": "b", "input": "1 + 1 =", "target": "2", "note": "ignored"}

      {"target": "é\\n", "input": ""}
      """
    #expect(
      try examples(text) == [
        Example(id: "b", input: "1 + 1 =", target: "2"),
        Example(id: "line-3", input: "", target: "é\n"),
      ])
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstLine() throws {
    let text = #"{"input": "a", "target": "b"}"# + "\r\n"
    #expect(try examples("\u{FEFF}" + text) == examples(text))
    let error = #expect(throws: DataError.self) { try examples(text + "\u{FEFF}" + text) }
    #expect(error?.line == 2)
    let folder = try ScratchFolder()
    try folder.write("\u{FEFF}text", to: "a.txt")
    #expect(try TextFile.text(of: folder.url.appendingPathComponent("a.txt")) == "text")
  }

  @Test(arguments: [
    (#"{"input": "a""#, 2, "not a JSON object"),
    (#"["a", "b"]"#, 2, "not a JSON object"),
    (#"{"input": "a"}"#, 2, "has no \"target\""),
    (#"{"target": "a"}"#, 2, "has no \"input\""),
    (#"{"input": "a", "target": 3}"#, 2, "\"target\" that is not a string"),
    (#"{"id": 1, "input": "a", "target": "b"}"#, 2, "\"id\" that is not a string"),
    (#"{"id": "one", "input": "a", "target": "b"}"#, 2, "repeats the id \"one\" of line 1"),
  ])
  func aBadLineIsNamed(line: String, number: Int, complaint: String) {
    let text = #"{"id": "one", "input": "a", "target": "b"}"# + "\n" + line + "\n"
    let error = #expect(throws: DataError.self) { try examples(text) }
    #expect(error?.code == .malformed)
    #expect(error?.line == number)
    #expect(error?.message.hasPrefix("my.jsonl, line \(number) ") == true)
    #expect(error?.message.contains(complaint) == true, "\(error?.message ?? "")")
  }

  @Test func bytesThatAreNoTextAreNamedByLine() {
    let bytes: [UInt8] = [10, 10, 0xff, 10]
    let error = #expect(throws: DataError.self) {
      try JSONLines.examples(in: bytes, named: "my.jsonl")
    }
    #expect(error?.line == 3)
  }

  @Test(arguments: ["", "\n \n"])
  func aFileWithoutItemsIsAnError(text: String) {
    let error = #expect(throws: DataError.self) { try examples(text) }
    #expect(error?.message.contains("my.jsonl") == true)
  }

  @Test func writtenItemsAreReadBackAndHaveOneLineEach() throws {
    let folder = try ScratchFolder()
    let items = [
      Example(id: "a", input: "two\nlines \"quoted\" \\ \u{1}", target: "ü"),
      Example(id: "b", input: "", target: ""),
    ]
    let url = folder.url.appendingPathComponent("below/that/items.jsonl")
    try JSONLines.write(items, to: url)
    #expect(try JSONLines.examples(at: url) == items)
    #expect(JSONLines.text(of: items).split(separator: "\n").count == 2)
  }

  @Test func aSolutionIsTheLastMemberAndReadersPassOverIt() throws {
    let items = [
      Example(id: "a", input: "1", target: "x"), Example(id: "b", input: "2", target: "y"),
    ]
    let text = JSONLines.text(of: items, solutions: ["b": "two\nlines"])
    #expect(
      text == #"""
        {"id":"a","input":"1","target":"x"}
        {"id":"b","input":"2","target":"y","solution":"two\nlines"}

        """#)
    #expect(try JSONLines.examples(in: Array(text.utf8), named: "my.jsonl") == items)
  }

  @Test func aMissingFileIsNamed() throws {
    let folder = try ScratchFolder()
    let url = folder.url.appendingPathComponent("none.jsonl")
    let error = #expect(throws: DataError.self) { try JSONLines.examples(at: url) }
    #expect(error?.code == .missingFile)
    #expect(error?.message.contains("none.jsonl") == true)
  }
}
