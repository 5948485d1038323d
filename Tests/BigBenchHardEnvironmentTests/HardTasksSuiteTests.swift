// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import BigBenchHardEnvironment
import Datasets
import Foundation
import Testing

struct HardTasksSuiteTests {
  private static let suite = HardTasksSuite()
  private static let ordinary = BigBenchHardSuite()
  private static let folder = FrozenFolder("bbh-style-hard")

  private static func id(_ task: BigBenchHardTask, _ suite: String = "bbh-hard") -> TaskID {
    TaskID(suite: suite, name: task.rawValue)
  }

  @Test func tasksAreThoseOfMoreThanOneSize() {
    let tasks = Self.suite.tasks(in: .generated)
    #expect(
      tasks.map(\.id.description) == [
        "bbh-hard:boolean_expressions", "bbh-hard:dyck_languages", "bbh-hard:hyperbaton",
        "bbh-hard:multistep_arithmetic_two", "bbh-hard:navigate", "bbh-hard:object_counting",
        "bbh-hard:reasoning_about_colored_objects", "bbh-hard:temporal_sequences",
        "bbh-hard:web_of_lies", "bbh-hard:word_sorting",
      ])
    #expect(
      tasks.filter(\.isDefault).map(\.id.name)
        == ["boolean_expressions", "navigate", "object_counting", "word_sorting"])
    #expect(Self.suite.tasks(in: .official(directory: nil)).isEmpty)
    #expect(Self.suite.tasks(in: .user).isEmpty)
  }

  @Test(arguments: GeneratedBigBenchHard.scalableTasks)
  func onlyTheItemsDifferFromTheSuiteOfPublishedSizes(task: BigBenchHardTask) async throws {
    let hard = try await Self.suite.load(Self.id(task), from: .generated)
    let ordinary = try await Self.ordinary.load(Self.id(task, "bbh"), from: .generated)
    #expect(hard.dataDigest != ordinary.dataDigest)
    #expect(hard.dataLabel == "generated")
    #expect(hard.workflowDigest == ordinary.workflowDigest)
    let rules = try Self.ordinary.rules(of: Self.id(task, "bbh")).map(\.name)
    #expect(try Self.suite.rules(of: Self.id(task)).map(\.name) == rules)
    let groups = Self.ordinary.groups(of: Self.id(task, "bbh"))
    #expect(Self.suite.groups(of: Self.id(task)) == groups)
  }

  @Test(arguments: GeneratedBigBenchHard.scalableTasks)
  func itemsAreThoseOfTheFilesAndSayThatTheyAreHard(task: BigBenchHardTask) async throws {
    let split = try await Self.suite.split(of: Self.id(task), from: .generated)
    #expect([split.train, split.validation, split.test].map(\.count) == [15, 5, 100])
    #expect(split.label == .generated)
    #expect(split.train[3].id == "\(task.rawValue)/generated-2406-hard/003")
    let url = Self.folder.url.appendingPathComponent(task.rawValue + ".jsonl")
    #expect(try JSONLines.examples(at: url) == split.examples)
  }

  @Test func theFilesAreWhatTheGeneratorsWrite() throws {
    let differences = try Self.folder.differences { try GeneratedBigBenchHard.write(.hard, to: $0) }
    #expect(differences.isEmpty, "see datasets/bbh-style-hard/README.md")
  }

  @Test func officialDataAndTasksOfOneSizeAreRefused() async {
    let official = await #expect(throws: DataError.self) {
      try await Self.suite.load(Self.id(.navigate), from: .official(directory: nil))
    }
    #expect(official?.message.contains("leave --data official out") == true)
    for id in [Self.id(.snarks), Self.id(.penguinsInATable), Self.id(.navigate, "bbh")] {
      let error = await #expect(throws: DataError.self) {
        try await Self.suite.load(id, from: .generated)
      }
      #expect(error?.code == .unknownTask)
      #expect(error?.message.contains("\(id)") == true)
      #expect(throws: DataError.self) { try Self.suite.rules(of: id) }
    }
  }
}
