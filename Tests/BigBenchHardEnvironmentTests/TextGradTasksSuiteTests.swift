// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import BigBenchHardEnvironment
import Datasets
import Foundation
import LanguageModels
import OPTO
import Testing

struct TextGradTasksSuiteTests {
  private static let suite = TextGradTasksSuite()

  private static func id(_ name: String) -> TaskID { TaskID(suite: "bbh-textgrad", name: name) }

  @Test(arguments: ["object_counting", "word_sorting"])
  func generatedItemsAreDividedInTheSameProportions(name: String) async throws {
    let split = try await Self.suite.split(of: Self.id(name), from: .generated)
    #expect([split.train, split.validation, split.test].map(\.count) == [24, 48, 48])
    #expect(split.label == .generated)
    let task = try await Self.suite.load(Self.id(name), from: .generated)
    #expect(task.parameters.map(\.name) == ["instruction"])
  }

  @Test(
    .enabled(if: SharedReference.file("data/bbh") != nil),
    arguments: ["object_counting", "word_sorting"])
  func officialGoldAnswersAreRight(name: String) async throws {
    let folder = try #require(SharedReference.file("data/bbh")).path
    let split = try await Self.suite.split(
      of: Self.id(name), from: .official(directory: folder))
    #expect(split.label == .official)
    #expect([split.train, split.validation, split.test].map(\.count) == [50, 100, 100])
    let rule = try #require(try Self.suite.rules(of: Self.id(name)).first)
    for example in split.examples {
      #expect(rule.isCorrect("First some steps.\nAnswer: \(example.target)", for: example))
    }
    let example = try #require(split.test.first)
    #expect(!rule.isCorrect("Answer: 99 pears, apple", for: example))
  }

  /// Only a response that names none of the words has no answer.
  @Test(.enabled("needs python3 and a sandbox") { await SharedSandbox.isAvailable() })
  func wordsInAnotherOrderAreWrongNotUnreadable() async throws {
    let id = Self.id("word_sorting")
    let loaded = try await Self.suite.load(id, from: .generated)
    let example = try #require(try await Self.suite.split(of: id, from: .generated).train.first)
    let backwards = example.target.split(separator: " ").reversed().joined(separator: " ")
    for (answer, outcome) in [
      (example.target, Assessment.Outcome.correct), (backwards, .incorrect),
      ("I cannot tell.", .invalidAnswer),
    ] {
      let resources = SuiteResources(
        model: ScriptedLanguageModel(answers: ["Sorted:\n" + answer]),
        sandbox: try await SharedSandbox.sandbox(), answerTokens: 200)
      let problem = try loaded.pose(resources, Seed(rawValue: 0))
      let evaluation = try await TraceOracle(problem).query(
        ExampleID(rawValue: example.id), with: ParameterValues(initialOf: problem.parameters)
      ).evaluation
      #expect(evaluation.assessment.outcome == outcome, "\(answer)")
    }
  }

  @Test func otherTasksAndItemsOfTheUserAreRefused() async {
    for (name, source) in [("navigate", DataSource.generated), ("word_sorting", .user)] {
      let error = await #expect(throws: DataError.self) {
        try await Self.suite.split(of: Self.id(name), from: source)
      }
      #expect(error?.code == .unknownTask)
    }
    #expect(Self.suite.tasks(in: .user).isEmpty)
    #expect(Self.suite.tasks(in: .generated).count == 2)
  }
}
