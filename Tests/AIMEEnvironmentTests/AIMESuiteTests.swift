// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import AIMEEnvironment
import BenchTestSupport
import BenchmarkSuites
import Datasets
import Foundation
import QuestionAnswering
import Testing

struct AIMESuiteTests {
  private static let suite = AIMESuite()
  private static let id = TaskID(suite: "aime", name: "aime_2025")

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, count: Int, row: (Int) -> String) throws {
    let rows = (0..<count).map {
      "{\"row_idx\": \($0), \"row\": \(row($0)), \"truncated_cells\": []}"
    }
    try TextFile.write(
      "{\"features\": [], \"rows\": [\(rows.joined(separator: ","))]}",
      to: URL(fileURLWithPath: folder.file(name)))
  }

  private func writeBoth() throws {
    try write("aime_2022_2024.json", count: 90) { place in
      "{\"id\": \(place), \"problem\": \"p\(place)\", \"answer\": \"0\(place)\"}"
    }
    try write("aime_2025.json", count: 30) { place in
      "{\"problem_idx\": \(place + 1), \"problem\": \"q\(place)\", \"answer\": \(place)}"
    }
  }

  private func split() async throws -> ExampleSplit {
    try await Self.suite.split(of: Self.id, from: .official(directory: folder.path))
  }

  @Test func theSplitHasTheSizesOfThePaperAndTheTestSetIsThatOf2025() async throws {
    try writeBoth()
    let split = try await split()
    #expect([split.train, split.validation, split.test].map(\.count) == [45, 45, 30])
    #expect(split.test[7] == Example(id: "2025-07", input: "q7", target: "7"))
    #expect(split.label == .unchecked)
    #expect(Set(split.train.map(\.target)).isDisjoint(with: split.validation.map(\.target)))
  }

  @Test(.enabled(if: SharedReference.file("data/splits/gepa_aime.json") != nil))
  func theSplitIsThePublishedOne() async throws {
    try writeBoth()
    let url = try #require(SharedReference.file("data/splits/gepa_aime.json"))
    let lists = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    let split = try await split()
    #expect(split.train.map(\.target) == (lists["train"] as? [Int])?.map(String.init))
    #expect(split.validation.map(\.target) == (lists["val"] as? [Int])?.map(String.init))
  }

  @Test(arguments: [
    ("So it is 25.\nAnswer: 025", [true, false, true]),
    ("Answer: 25.", [false, false, true]),
    ("Answer: 24\nNo.\nanswer: +2_5 ", [true, false, false]),
    ("Answer: __25", [false, false, true]),
    ("It is \\boxed{025}.", [false, true, true]),
    ("\\boxed{25} and then \\boxed{26}", [false, false, false]),
    ("Answer: 25 " + String(repeating: "x", count: 50), [false, false, false]),
    ("Answer: 25/1", [false, false, false]),
  ])
  func eachRuleReadsItsForm(text: String, verdicts: [Bool]) throws {
    let example = Example(id: "0", input: "", target: "25")
    #expect(try Self.suite.rules(of: Self.id).map { $0.isCorrect(text, for: example) } == verdicts)
  }

  @Test func whatIsWrongWithAFileIsNamed() async throws {
    try writeBoth()
    try write("aime_2025.json", count: 29) { _ in "{\"problem\": \"q\", \"answer\": 1}" }
    let short = await #expect(throws: DataError.self) { try await split() }
    #expect(short?.message.contains("aime_2025.json has 29 problems instead of 30") == true)
    try write("aime_2025.json", count: 30) { _ in "{\"problem\": \"q\", \"answer\": 1000}" }
    let wrong = await #expect(throws: DataError.self) { try await split() }
    #expect(wrong?.message.contains("aime_2025.json, row 0 has no") == true)
    let url = URL(fileURLWithPath: folder.file("aime_2025.json"))
    let row = "\"row\": {\"problem\": \"q\", \"answer\": 1}"
    for row in [
      "\"row_idx\": 1, \(row)", "\"row_idx\": 0, \(row), \"truncated_cells\": [\"problem\"]",
    ] {
      try TextFile.write("{\"rows\": [{\(row)}]}", to: url)
      let cut = await #expect(throws: DataError.self) { try await split() }
      #expect(cut?.message.contains("row 0 is another row of the data set or is cut") == true)
    }
    try TextFile.write("{", to: url)
    let broken = await #expect(throws: DataError.self) { try await split() }
    #expect(broken?.code == .malformed)
    let none = await #expect(throws: DataError.self) {
      try await Self.suite.split(of: Self.id, from: .official(directory: nil))
    }
    #expect(none?.message.contains("curl -o DIR/aime_2022_2024.json") == true)
    for (id, source) in [
      (Self.id, DataSource.generated),
      (TaskID(suite: "aime", name: "x"), .official(directory: nil)),
    ] {
      let error = await #expect(throws: DataError.self) {
        try await Self.suite.split(of: id, from: source)
      }
      #expect(error?.code == .unknownTask)
    }
  }
}
