// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BigBenchHardEnvironment
import Datasets
import Testing

@Suite(.enabled(if: SharedData.bigBenchHard != nil, "needs the published BBH files"))
struct OfficialItemsTests {
  private func official() throws -> OfficialBigBenchHard {
    try OfficialBigBenchHard(folder: try #require(SharedData.bigBenchHard))
  }

  @Test func theTwentySevenFilesHave6511Items() throws {
    let sets = try official().loadAll()
    #expect(sets.count == 27)
    #expect(sets.reduce(0) { $0 + $1.examples.count } == 6511)
    #expect(Set(sets.flatMap(\.examples).map(\.id)).count == 6511)
    #expect(sets.allSatisfy { $0.label == .official })
    #expect(try official().manifest.files.map(\.exampleCount).reduce(0, +) == 6511)
  }

  @Test(arguments: BigBenchHardTask.allCases)
  func thePaperRuleAcceptsEveryTarget(task: BigBenchHardTask) throws {
    for example in try official().load(task).examples {
      #expect(PaperRule().isCorrect(example.target, for: example), "\(example.id)")
      #expect(!PaperRule().isCorrect(nil, for: example))
    }
  }

  @Test(arguments: GeneratedBigBenchHard.tasks)
  func solversAgreeWithThePublishedAnswers(task: BigBenchHardTask) throws {
    let solve = try #require(taskSolvers[task])
    let examples = try official().load(task).examples
    let disagreements = examples.filter { solve($0.input) != $0.target }
    let known = knownDisagreements[task] ?? 0
    #expect(disagreements.count == known, "\(disagreements.map(\.id))")
  }
}

/// Published dates that disagree with the calendar, and questions about what penguins' names mean.
private let knownDisagreements: [BigBenchHardTask: Int] = [
  .dateUnderstanding: 20, .penguinsInATable: 4,
]
