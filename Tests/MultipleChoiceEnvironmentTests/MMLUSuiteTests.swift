// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import Datasets
import Foundation
import MultipleChoiceEnvironment
import QuestionAnswering
import Testing

struct MMLUSuiteTests {
  private static let suite = MMLUSuite()

  private static func id(_ name: String) -> TaskID { TaskID(suite: "mmlu", name: name) }

  @Test(
    .enabled(if: SharedReference.file("data/mmlu") != nil),
    arguments: [("college_physics", 91), ("machine_learning", 112)])
  func publishedQuestionsAreReadAndTheirAnswersAreRight(name: String, count: Int) async throws {
    let folder = try #require(SharedReference.file("data/mmlu")).path
    let split = try await Self.suite.split(of: Self.id(name), from: .official(directory: folder))
    #expect(split.train.count == 15 && split.validation.count == 5)
    #expect(split.examples.count == count)
    #expect(split.label == .official)
    // A question must not train and test.
    #expect(Set(split.examples.map(\.input)).count == count)
    let rules = try Self.suite.rules(of: Self.id(name))
    for example in split.examples {
      let lines = example.input.split(separator: "\n")
      let options: [String] = lines.suffix(4).map { String($0.prefix(3)) }
      #expect(options == ["A) ", "B) ", "C) ", "D) "])
      for rule in rules {
        #expect(rule.isCorrect("Because.\nAnswer: \(example.target)", for: example))
        let other = example.target == "A" ? "B" : "A"
        #expect(!rule.isCorrect("Because.\nAnswer: \(other)", for: example))
      }
    }
  }

  @Test func theFirstLetterAfterAnswerCountsAsItIsWritten() throws {
    let example = Example(id: "0", input: "", target: "C")
    let rules = try Self.suite.rules(of: Self.id("college_physics"))
    func verdicts(_ text: String) -> [Bool] { rules.map { $0.isCorrect(text, for: example) } }
    #expect(verdicts("Answer: C\nAnswer: A") == [true, true])
    #expect(verdicts("Answer: A\nAnswer: C") == [false, false])
    #expect(verdicts("answer: c") == [false, false])
    #expect(verdicts("Answer: **C**") == [false, false])
    #expect(verdicts("Answer: $C$") == [false, true])
    #expect(verdicts("Answer:\nC") == [true, false])
  }

  @Test func withoutTheFileTheErrorSaysHowToGetIt() async throws {
    let error = await #expect(throws: DataError.self) {
      try await Self.suite.split(
        of: Self.id("machine_learning"), from: .official(directory: nil))
    }
    #expect(error?.message.contains("curl -s https://") == true)
    for (name, source) in [
      ("machine_learning", DataSource.generated), ("history", .official(directory: nil)),
    ] {
      let error = await #expect(throws: DataError.self) {
        try await Self.suite.split(of: Self.id(name), from: source)
      }
      #expect(error?.code == .unknownTask)
    }
  }

  @Test func aFileThatIsNotThePublishedOneIsNamed() async throws {
    let folder = try TemporaryFolder()
    try Data("{}\n".utf8).write(
      to: URL(fileURLWithPath: folder.file("machine_learning_test.jsonl")))
    let error = await #expect(throws: DataError.self) {
      try await Self.suite.split(
        of: Self.id("machine_learning"), from: .official(directory: folder.path))
    }
    #expect(error?.message.contains("machine_learning_test.jsonl") == true)
  }
}
