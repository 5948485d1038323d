// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CanonicalJSON
import Datasets
import Foundation
import GSM8KEnvironment
import QuestionAnswering
import Testing

@Suite(.enabled(if: SharedData.gsm8k != nil, "needs the published GSM8K files"))
struct OfficialGSM8KTests {
  private static let loaded = Task {
    let folder = try #require(SharedData.gsm8k).path
    return (
      train: try await OfficialGSM8K.load(.train, from: folder, in: DataLibrary()),
      test: try await OfficialGSM8K.load(.test, from: folder, in: DataLibrary())
    )
  }

  private let id = TaskID(suite: "gsm8k", name: "word_problems")

  @Test func theFilesHaveThePublishedProblems() async throws {
    let sets = try await Self.loaded.value
    #expect(sets.train.examples.count == 7473)
    #expect(sets.test.examples.count == 1319)
    let all = sets.train.examples + sets.test.examples
    #expect(Set(all.map(\.id)).count == 8792)
    #expect(sets.test.examples[7].id == "test/0007")
    #expect(sets.train.examples[0].target == "72")
    #expect(all.count { $0.target.contains(",") } == 93)
    #expect(all.count { $0.target.hasPrefix("-") } == 5)
    #expect(all.allSatisfy { Int($0.target.replacing(",", with: "")) != nil })
  }

  /// How many published solutions each rule takes for right, counted with Python's `re`: all, but
  /// for DSPy's rule, which reads their first line alone, and for the rule that looks for
  /// "The answer is", which no solution says.
  @Test(arguments: [(OfficialGSM8K.Part.train, 7473, 24), (.test, 1319, 4)])
  func publishedSolutionsAreRightByTheRulesThatKnowTheirForm(
    part: OfficialGSM8K.Part, count: Int, countOfDSPy: Int
  ) async throws {
    let url = try #require(SharedData.gsm8k).appendingPathComponent(part.rawValue + ".jsonl")
    let solutions = try JSONLines.objects(in: try TextFile.bytes(of: url), named: url.path)
      .map { try $0.string("answer") }
    let sets = try await Self.loaded.value
    let examples = part == .train ? sets.train.examples : sets.test.examples
    let right = try GSM8KSuite().rules(of: id).map { rule in
      let hits = zip(solutions, examples).count { rule.isCorrect($0, for: $1) }
      return "\(rule.name) \(hits)"
    }
    #expect(
      right == [
        "textgrad \(count)", "dspy \(countOfDSPy)", "official \(count)", "lm-eval-strict \(count)",
        "lm-eval-cot-strict 0", "lm-eval-flexible \(count)", "trace-bench \(count)",
      ])
  }

  /// Every published number in the form that a rule looks for is right by it, and another is not.
  @Test func publishedNumbersAreRightByEachRule() async throws {
    let sets = try await Self.loaded.value
    let forms = [
      "textgrad": "First, think.\nAnswer: #", "dspy": "Answer: #", "official": "So.\n#### #",
      "lm-eval-strict": "So.\n#### #", "lm-eval-cot-strict": "So.\nThe answer is #.",
      "lm-eval-flexible": "So it is #.", "trace-bench": "So it is # in all",
    ]
    for rule in try GSM8KSuite().rules(of: id) {
      let form = try #require(forms[rule.name])
      func isRight(_ number: String, _ example: Example) -> Bool {
        rule.isCorrect(form.replacing(" #", with: " " + number), for: example)
      }
      let all = sets.train.examples + sets.test.examples
      let misses = all.filter { !isRight($0.target, $0) }
      #expect(misses.isEmpty, "\(rule.name) \(misses.first?.id ?? "")")
      let falseHits = all.filter { isRight("0987", $0) }
      #expect(falseHits.isEmpty, "\(rule.name) \(falseHits.first?.id ?? "")")
    }
  }

  @Test func theSplitOfDSPyAndTextGradIsMadeAgain() async throws {
    let sets = try await Self.loaded.value
    let split = ExampleSplit(asInDSPyOf: sets.train, test: sets.test)
    #expect([split.train, split.validation, split.test].map(\.count) == [200, 300, 1319])
    let url = try #require(SharedData.splits).appendingPathComponent("gsm8k_dspy_textgrad.json")
    let reference = try JSONValue(parsing: try TextFile.text(of: url))
    func expected(_ name: String, _ file: String) throws -> [String] {
      try #require(reference[name]?.arrayValue).compactMap(\.intValue).map { index in
        file + "/" + String(String(10_000 + index).suffix(4))
      }
    }
    #expect(try split.train.map(\.id) == expected("train_of_train.jsonl", "train"))
    #expect(try split.validation.map(\.id) == expected("val_of_train.jsonl", "train"))
    #expect(try split.test.map(\.id) == expected("test_order_of_test.jsonl", "test"))
  }

  @Test func theSuiteLoadsTheOfficialFilesAndLabelsThem() async throws {
    let folder = try #require(SharedData.gsm8k).path
    let official = try await GSM8KSuite().load(id, from: .official(directory: folder))
    let generated = try await GSM8KSuite().load(id, from: .generated)
    #expect(official.dataLabel == "official")
    #expect(generated.dataLabel == "generated")
    #expect(official.dataDigest != generated.dataDigest)
    #expect(official.workflowDigest == generated.workflowDigest)
  }

  @Test func oneChangedByteIsNoticed() async throws {
    let source = try #require(SharedData.gsm8k)
    let folder = try TemporaryFolder()
    var bytes = try TextFile.bytes(of: source.appendingPathComponent("test.jsonl"))
    bytes[bytes.count / 2] ^= 1
    try TextFile.write(bytes, to: URL(fileURLWithPath: folder.file("test.jsonl")))
    let error = await #expect(throws: DataError.self) {
      try await OfficialGSM8K.load(.test, from: folder.path, in: DataLibrary())
    }
    #expect(error?.code == .wrongChecksum)
    #expect(error?.message.contains("test.jsonl") == true)
  }
}
