// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import BigBenchHardEnvironment
import Datasets
import Foundation
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
