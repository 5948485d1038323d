// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Datasets
import QuestionAnswering
import Testing

@testable import BigBenchHardEnvironment

struct GeneratorTests {
  @Test(arguments: GeneratedBigBenchHard.tasks)
  func anIndependentSolverAgreesOnEveryItem(task: BigBenchHardTask) throws {
    let solve = try #require(taskSolvers[task])
    for seed in 0..<ItemCheck.seeds {
      for item in try GeneratedBigBenchHard.draw(task, seed: seed, count: 100).examples {
        let answer = solve(item.input)
        if answer != item.target {
          Issue.record("\(item.id): \(item.target), solver \(answer ?? "none")\n\(item.input)")
          return
        }
      }
    }
  }

  @Test(arguments: GeneratedBigBenchHard.tasks)
  func aDrawRepeatsNoItemAndHasTheTasksAnswers(task: BigBenchHardTask) throws {
    let examples = try GeneratedBigBenchHard.draw(task, seed: 99, count: 250).examples
    #expect(Set(examples.map(\.input)).count == 250)
    #expect(Set(examples.map(\.id)).count == 250)
    for example in examples {
      #expect(task.answerKind.accepts(example.target), "\(example.id) \(example.target)")
      #expect(PaperRule().isCorrect(example.target, for: example))
    }
  }

  @Test(arguments: GeneratedBigBenchHard.tasks)
  func answersAreBalanced(task: BigBenchHardTask) throws {
    let examples = try GeneratedBigBenchHard.frozen(task).examples
    let counts = Dictionary(grouping: examples, by: \.target).mapValues(\.count)
    let most = try #require(counts.values.max())
    switch task.answerKind {
    case .integer, .brackets, .words: #expect(most <= examples.count / 4)
    case .option where task == .reasoningAboutColoredObjects: #expect(most <= examples.count / 4)
    default: #expect(most - (counts.values.min() ?? 0) <= 1)
    }
    #expect(counts.count >= 2)
  }

  @Test(arguments: GeneratedBigBenchHard.tasks)
  func equalSeedsGiveEqualItemsAndOthersDoNot(task: BigBenchHardTask) throws {
    let long = try GeneratedBigBenchHard.draw(task, seed: 5, count: 40)
    let short = try GeneratedBigBenchHard.draw(task, seed: 5, count: 10)
    let other = try GeneratedBigBenchHard.draw(task, seed: 6, count: 10)
    #expect(Array(long.examples.prefix(10)) == short.examples)
    #expect(Set(other.examples.map(\.input)) != Set(short.examples.map(\.input)))
    #expect(long.label == .generated)
    #expect(short.examples[3].id == "\(task.rawValue)/generated-5/003")
  }

  /// Generators with sizes beyond those of the published items.
  private static let hardened: [any BigBenchHardGenerator] = [
    BooleanExpressions(tokenCount: 17), ColoredObjects(objectCount: 7...7),
    DyckLanguages(shownCount: 40...80, missingCount: 4...8), Hyperbaton(adjectiveCount: 7...8),
    MultistepArithmetic(groupSize: 6, numbers: -20...20), Navigate(moveCount: 9...12),
    ObjectCounting(thingCount: 12...16, mixedPercentage: 100),
    TemporalSequences(witnessCount: 6...8), WebOfLies(personCount: 12),
    WordSorting(wordCount: 30...40),
  ]

  @Test(arguments: hardened.indices)
  func harderItemsAreStillSolved(index: Int) throws {
    let generator = Self.hardened[index]
    let solve = try #require(taskSolvers[generator.task])
    var draw = ItemDraw(generator, from: SeededStream(seed: 3))
    let items = try draw.items(60)
    let ordinary = try GeneratedBigBenchHard.draw(generator.task, seed: 3, count: 60).examples
    for item in items { #expect(solve(item.input) == item.target, "\(item.input)") }
    func length(_ inputs: [String]) -> Int { inputs.reduce(0) { $0 + $1.count } }
    #expect(length(items.map(\.input)) > length(ordinary.map(\.input)))
  }

  @Test func aGeneratorWithoutFurtherItemsIsExhausted() {
    struct Coin: BigBenchHardGenerator {
      let task = BigBenchHardTask.navigate
      let balancedAnswers = ["Yes", "No"]
      func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
        let side = stream.integer(in: 0...3)
        return GeneratedItem(input: "\(side)", target: side < 2 ? "Yes" : "No")
      }
    }
    var draw = ItemDraw(Coin(), from: SeededStream(seed: 1))
    let error = #expect(throws: DataError.self) {
      #expect(Set(try draw.items(4).map(\.input)).count == 4)
      _ = try draw.items(1)
    }
    #expect(error?.code == .exhausted)
    #expect(error?.message.contains("navigate") == true)
  }

  @Test(arguments: BigBenchHardTask.allCases.filter { !GeneratedBigBenchHard.tasks.contains($0) })
  func tasksWithoutAGeneratorSaySo(task: BigBenchHardTask) {
    let error = #expect(throws: DataError.self) { try GeneratedBigBenchHard.frozen(task) }
    #expect(error?.code == .unknownTask)
  }
}

extension AnswerKind {
  /// Whether a text has the form that the kind documents.
  fileprivate func accepts(_ text: String) -> Bool {
    switch self {
    case .trueOrFalse: ["True", "False"].contains(text)
    case .yesOrNo: ["Yes", "No"].contains(text)
    case .lowercaseYesOrNo: ["yes", "no"].contains(text)
    case .validOrInvalid: ["valid", "invalid"].contains(text)
    case .option: text.count == 3 && OptionLetters.last(in: text) == text
    case .integer: Int(text).map(String.init) == text
    case .brackets: text.split(separator: " ").allSatisfy { ")]}>".contains($0) && $0.count == 1 }
    case .words: text.split(separator: " ").joined(separator: " ") == text && !text.isEmpty
    }
  }
}
