// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CanonicalJSON
import Datasets
import Foundation
import QuestionAnswering
import Testing

@testable import MultiHopEnvironment

struct MultiHopSuiteTests {
  private let suite = MultiHopSuite(fetch: { _, _ in throw CancellationError() })

  private func id(_ name: String) -> TaskID { TaskID(suite: "hotpotqa", name: name) }

  /// A folder with the published file under its own name.
  private func published() throws -> TemporaryFolder {
    let source = try #require(SharedReference.file("data/hotpotqa/hotpotqa_train100.json"))
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: source,
      to: URL(fileURLWithPath: folder.path).appendingPathComponent("hotpotqa_train.json"))
    return folder
  }

  @Test(.enabled(if: SharedReference.file("data/hotpotqa") != nil))
  func publishedQuestionsAndTheirPassagesAreRead() async throws {
    let folder = try published()
    let source = DataSource.official(directory: folder.path)
    let split = try await suite.split(of: id("two_hop_questions"), from: source)
    #expect([split.train, split.validation, split.test].map(\.count) == [15, 5, 80])
    #expect(split.label == .official)
    for rule in try suite.rules(of: id("two_hop_questions")) {
      for example in split.examples {
        #expect(
          rule.isCorrect("Answer: \(example.target)", for: example), "\(rule.name) \(example.id)")
      }
    }
    let material = try await OfficialHotpotQA.load(from: folder.path, in: DataLibrary())
    #expect(material.passages.count == 994)
    let task = try await suite.load(id("two_hop_questions"), from: source)
    #expect(
      task.workflowDigest
        != (try await suite.load(id("two_hop_questions"), from: .generated)).workflowDigest)
  }

  @Test(.enabled(if: SharedReference.file("data/hotpotqa") != nil))
  func passagesThatAQuestionNeedsAreAmongThePublishedOnes() throws {
    let url = try #require(SharedReference.file("data/hotpotqa/hotpotqa_train100.json"))
    let rows = try #require(try JSONValue(parsing: try TextFile.text(of: url)).arrayValue)
    let read = try OfficialHotpotQA.read(try TextFile.bytes(of: url), named: "x")
    let index = PassageIndex(read.passages)
    var found = 0
    var needed = 0
    for row in rows {
      let titles = Set(
        row["supporting_facts"]?.arrayValue?.compactMap { $0.arrayValue?.first?.stringValue } ?? [])
      let best = index.best(7, for: row["question"]?.stringValue ?? "").map(\.passage.title)
      needed += titles.count
      found += titles.intersection(best).count
    }
    #expect(needed == 200)
    // With the library bm25s it is the same number.
    #expect(found == 161)
  }

  @Test func onlyOneTaskIsPublished() async {
    #expect(suite.tasks(in: .official(directory: nil)).map(\.id.name) == ["two_hop_questions"])
    #expect(
      suite.tasks(in: .generated).map(\.id.name)
        == ["bridge_questions", "comparison_questions", "two_hop_questions"])
    #expect(suite.tasks(in: .user).isEmpty)
    for (name, source, part) in [
      ("bridge_questions", DataSource.official(directory: "x"), "no part of HotpotQA"),
      ("two_hop_questions", .user, "--suite file:"), ("three", .generated, "hotpotqa:three"),
    ] {
      let error = await #expect(throws: DataError.self) {
        try await suite.load(id(name), from: source)
      }
      #expect(error?.message.contains(part) == true)
    }
  }

  @Test func questionsHaveNoSizes() {
    let error = #expect(throws: DataError.self) {
      try suite.draw(id("bridge_questions"), seed: 1, count: 3, difficulty: .hard)
    }
    #expect(error?.message.contains("leave --difficulty out") == true)
  }

  @Test func aPassageOfSeveralQuestionsIsReadOnce() throws {
    let text = #"""
      [{"question": "q", "answer": "a", "context": [["T", ["One.", " Two."]], ["U", ["Three."]]]},
       {"question": "r", "answer": "b", "context": [["U", ["Three."]], ["V", []]]}]
      """#
    let read = try OfficialHotpotQA.read(Array(text.utf8), named: "x.json")
    #expect(
      read.questions.examples == [
        Example(id: "train/000", input: "q", target: "a"),
        Example(id: "train/001", input: "r", target: "b"),
      ])
    #expect(read.passages.map(\.line) == ["T | One. Two.", "U | Three.", "V | "])
  }

  @Test(arguments: [
    ("{}", "no JSON array"), ("[", "line 1"),
    (
      #"[{"question": "q", "answer": "a", "context": [["T", ["s"]]]}, {"question": "q"}]"#,
      "question 2 "
    ),
    (#"[{"question": "q", "answer": "a", "context": [["T"]]}]"#, "question 1 "),
    (#"[{"question": "q", "answer": "a", "context": [["T", ["s", 7]]]}]"#, "question 1 "),
    (#"[{"question": "q", "answer": "a", "context": []}]"#, "question 1 "), ("[]", "no questions"),
  ])
  func aFileOfAnotherFormIsNamed(text: String, part: String) {
    let error = #expect(throws: DataError.self) {
      try OfficialHotpotQA.read(Array(text.utf8), named: "x.json")
    }
    #expect(error?.message.hasPrefix("x.json") == true)
    #expect(error?.message.contains(part) == true)
  }
}
