// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BigBenchHardEnvironment
import Datasets
import Foundation
import Testing

@Suite(.enabled(if: SharedData.bigBenchHard != nil, "needs the published BBH files"))
struct OfficialItemsTests {
  /// All files, read once for all tests.
  private static let sets = Task {
    let folder = try #require(SharedData.bigBenchHard).path
    var sets: [ExampleSet] = []
    for task in BigBenchHardTask.allCases {
      sets.append(try await OfficialBigBenchHard.load(task, from: folder, in: DataLibrary()))
    }
    return sets
  }

  private func examples(of task: BigBenchHardTask) async throws -> [Example] {
    let set = try await Self.sets.value.first { $0.name == task.rawValue }
    return try #require(set).examples
  }

  @Test func theTwentySevenFilesHave6511Items() async throws {
    let sets = try await Self.sets.value
    #expect(sets.map(\.name) == BigBenchHardTask.allCases.map(\.rawValue))
    #expect(sets.count == 27)
    #expect(sets.reduce(0) { $0 + $1.examples.count } == 6511)
    #expect(Set(sets.flatMap(\.examples).map(\.id)).count == 6511)
    #expect(sets.map(\.label) == Array(repeating: .official, count: 27))
  }

  @Test(arguments: BigBenchHardTask.allCases)
  func thePaperRuleAcceptsEveryTargetAndNoOther(task: BigBenchHardTask) async throws {
    let examples = try await examples(of: task)
    for (example, next) in zip(examples, examples.dropFirst()) {
      #expect(PaperRule().isCorrect(example.target, for: example), "\(example.id)")
      #expect(
        PaperRule().isCorrect(next.target, for: example) == (next.target == example.target),
        "\(example.id)")
    }
  }

  @Test(arguments: GeneratedBigBenchHard.tasks.filter { !tasksOfOwnTables.contains($0) })
  func solversAgreeWithThePublishedAnswers(task: BigBenchHardTask) async throws {
    let solve = try #require(taskSolvers[task])
    let disagreements = try await examples(of: task).filter { solve($0.input) != $0.target }
    let known = knownDisagreements[task, default: []].map { index in
      "\(task.rawValue)/\(ExampleNumber.text(index))"
    }
    #expect(disagreements.map(\.id) == known)
  }
}

/// Tasks whose generated items rest on tables of this project and whose published ones rest on
/// knowledge or on what people think, so that their solvers know nothing about the latter.
private let tasksOfOwnTables: Set<BigBenchHardTask> = [
  .disambiguationQA, .movieRecommendation, .salientTranslationErrorDetection, .sportsUnderstanding,
]

/// The places of published dates that disagree with the calendar, and of questions about what
/// penguins' names mean.
private let knownDisagreements: [BigBenchHardTask: [Int]] = [
  .dateUnderstanding: [
    2, 23, 72, 73, 80, 102, 117, 122, 138, 145, 146, 157, 163, 164, 180, 184, 185, 202, 211, 244,
  ],
  .penguinsInATable: [9, 49, 105, 143],
]
