// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BigBenchHardEnvironment
import Datasets
import Testing

struct BigBenchHardTaskTests {
  private let all = BigBenchHardTask.allCases

  @Test func the27FilesAre23TasksOfTwoFamilies() {
    #expect(all.count == 27)
    #expect(Set(all.map(\.benchmarkTask)).count == 23)
    #expect(all.count { $0.family == .naturalLanguage } == 12)
    #expect(Set(all.filter { $0.family == .algorithmic }.map(\.benchmarkTask)).count == 11)
  }

  /// Counted by hand in the published files.
  @Test func theFormsOfAnswersAreThoseOfTheFiles() {
    var kinds: [AnswerKind: Set<String>] = [:]
    for task in all { kinds[task.answerKind, default: []].insert(task.benchmarkTask) }
    #expect(kinds[.option]?.count == 13)
    #expect((kinds[.yesOrNo]?.count ?? 0) + (kinds[.lowercaseYesOrNo]?.count ?? 0) == 4)
    #expect(kinds[.trueOrFalse]?.count == 1)
    #expect(kinds[.validOrInvalid]?.count == 1)
    #expect(
      Set([.integer, .brackets, .words].flatMap { kinds[$0] ?? [] })
        == ["dyck_languages", "multistep_arithmetic_two", "object_counting", "word_sorting"])
  }

  @Test func theManifestPinsEveryFileWithItsNumberOfItems() throws {
    let files = try OfficialBigBenchHard.pinnedManifest().files
    #expect(files.map(\.name) == all.map { $0.rawValue + ".json" })
    #expect(files.map(\.exampleCount) == all.map(\.officialCount))
    #expect(files.reduce(0) { $0 + $1.exampleCount } == 6511)
    #expect(Set(files.map(\.digest)).count == 27)
  }

  @Test func everyTaskHasASummary() {
    #expect(Set(all.map(\.summary)).count == 27)
  }
}
