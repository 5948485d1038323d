// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import Datasets
import Foundation
import MultipleChoiceEnvironment
import QuestionAnswering
import Testing

struct GPQASuiteTests {
  private static let suite = GPQASuite()
  private static let id = TaskID(suite: "gpqa", name: "diamond")

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A file of the published form with questions of our own.
  private func split(count: Int, row: (Int) -> String) async throws -> ExampleSplit {
    let header = "Record ID,Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,"
    let lines = ["\(header)Incorrect Answer 3"] + (0..<count).map(row)
    try TextFile.write(
      lines.joined(separator: "\r\n"), to: URL(fileURLWithPath: folder.file("gpqa_diamond.csv")))
    return try await Self.suite.split(of: Self.id, from: .official(directory: folder.path))
  }

  private func row(_ place: Int) -> String {
    "r\(place),\"What is \"\"\(place)\"\",\nin words?\",right \(place) ,wrong,\"more, wrong\",no"
  }

  @Test func questionsKeepTheirQuotesAndLinesAndTheAnswerIsTheRightOne() async throws {
    let split = try await split(count: 198, row: row)
    #expect(split.examples.count == 198)
    #expect(split.label == .unchecked)
    for (place, example) in split.examples.enumerated() {
      let lines = example.input.split(separator: "\n")
      #expect(lines.prefix(2) == ["What is \"\(place)\",", "in words?"])
      #expect(lines.contains("\(example.target)) right \(place)"))
      #expect(Set(lines.dropFirst(2).map { $0.dropFirst(3) }).count == 4)
      for rule in try Self.suite.rules(of: Self.id) {
        #expect(rule.isCorrect("Answer: \(example.target)", for: example))
      }
    }
  }

  private static let orders = "data/splits/gpqa_diamond_permutations_openai_no_repeats.json"

  @Test(.enabled(if: SharedReference.file(orders) != nil))
  func theOrderOfChoicesIsThePublishedOne() async throws {
    let url = try #require(SharedReference.file(Self.orders))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    let orders = try #require(object["perm"] as? [[Int]])
    let split = try await split(count: 198, row: row)
    let texts = (0..<198).map { ["right \($0)", "wrong", "more, wrong", "no"] }
    #expect(orders.count == 198)
    for (place, example) in split.examples.enumerated() {
      let lines = example.input.split(separator: "\n").dropFirst(2)
      let choices = lines.map { String($0.dropFirst(3)) }
      #expect(choices == orders[place].map { texts[place][$0] })
    }
  }

  @Test func whatIsWrongWithTheFileIsNamed() async throws {
    let few = await #expect(throws: DataError.self) { try await split(count: 3, row: row) }
    #expect(few?.message.contains("gpqa_diamond.csv has 3 questions") == true)
    let empty = await #expect(throws: DataError.self) {
      try await split(count: 3) { "r,q\($0),,a,b,c" }
    }
    #expect(empty?.line == 2)
    #expect(empty?.message.contains("\"Correct Answer\"") == true)
    let ragged = await #expect(throws: DataError.self) { try await split(count: 3) { _ in "a,b" } }
    #expect(ragged?.message.contains("line 2 has 2 fields for 6 columns") == true)
    let open = await #expect(throws: DataError.self) { try await split(count: 1) { _ in "a,\"b" } }
    #expect(open?.message.contains("line 2 opens a quote") == true)
    let none = await #expect(throws: DataError.self) {
      try await Self.suite.split(of: Self.id, from: .official(directory: nil))
    }
    #expect(none?.message.contains("accept the terms") == true)
    let generated = await #expect(throws: DataError.self) {
      try await Self.suite.split(of: Self.id, from: .generated)
    }
    #expect(generated?.code == .unknownTask)
  }
}
