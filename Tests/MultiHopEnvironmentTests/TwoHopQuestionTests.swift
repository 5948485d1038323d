// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import Datasets
import Foundation
import Testing

@testable import MultiHopEnvironment

struct TwoHopQuestionTests {
  private static let passages = Encyclopedia.frozen.passages
  private static let reader = QuestionReader(passages.map { ($0.title, $0.text) })

  @Test(arguments: MultiHopTask.allCases)
  func aReaderOfTheArticlesAgreesWithEveryAnswer(task: MultiHopTask) throws {
    for seed in 0..<ItemCheck.seeds {
      let items = try GeneratedHotpotQA.draw(task, seed: seed, count: 100).examples
      #expect(Set(items.map(\.input)).count == items.count)
      for item in items {
        #expect(Self.reader.answer(item.input) == item.target, "\(item.input)")
      }
    }
  }

  @Test func noArticleAloneAnswersAQuestionOfABridge() throws {
    let draws = try (0..<5).map {
      try GeneratedHotpotQA.draw(.bridge, seed: $0, count: 200).examples
    }
    for item in draws.joined() {
      let named = Self.passages.filter { item.input.contains($0.title) }
      #expect(!named.isEmpty)
      #expect(
        !named.contains { $0.text.contains(item.target) && !item.input.contains(item.target) },
        "\(item.input)")
    }
  }

  @Test func noQuestionIsAskedTwiceWithItsThingsExchanged() throws {
    let items = try GeneratedHotpotQA.draw(.comparison, seed: 2, count: 500).examples
    let words = items.map { item in
      item.input.split { !$0.isLetter }.sorted().joined(separator: " ")
    }
    #expect(Set(words).count == items.count)
  }

  @Test func yesAndNoAreEquallyFrequentAndKindsAreMixedAsPublished() throws {
    let comparisons = try GeneratedHotpotQA.draw(.comparison, seed: 3, count: 600).examples
    let yes = comparisons.count { $0.target == "yes" }
    let no = comparisons.count { $0.target == "no" }
    #expect(yes + no > 120)
    #expect(abs(yes - no) < 50)
    let mixed = try GeneratedHotpotQA.draw(.twoHop, seed: 3, count: 500).examples
    let compared = mixed.count { $0.input.contains(" or ") || $0.input.contains(" and ") }
    #expect((60...140).contains(compared))
  }

  @Test func titlesAreUniqueAndEveryArticleBeginsWithItsOwn() {
    #expect(Set(Self.passages.map(\.title)).count == Self.passages.count)
    #expect(
      Self.passages.allSatisfy {
        $0.text.hasPrefix($0.title) || $0.text.hasPrefix("The \($0.title)")
      })
  }

  @Test func theFilesAreWhatTheGeneratorWrites() throws {
    let differences = try FrozenFolder("hotpotqa-style").differences {
      try GeneratedHotpotQA.write(to: $0)
    }
    #expect(differences.isEmpty, "see datasets/hotpotqa-style/README.md")
  }

  @Test(arguments: MultiHopTask.allCases)
  func aFileHasTheQuestionsOfARun(task: MultiHopTask) async throws {
    let url = FrozenFolder("hotpotqa-style").url.appendingPathComponent(task.rawValue + ".jsonl")
    let split = try await MultiHopSuite().split(
      of: TaskID(suite: "hotpotqa", name: task.rawValue), from: .generated)
    #expect(try JSONLines.examples(at: url) == split.examples)
    #expect([split.train, split.validation, split.test].map(\.count) == [50, 50, 200])
    #expect(split.label == .generated)
  }
}
