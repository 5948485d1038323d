// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Datasets
import QuestionAnswering
import Testing

@testable import BigBenchHardEnvironment

struct GeneratorTests {
  @Test(arguments: GeneratedBigBenchHard.tasks)
  func drawsAreSolvedIndependentlyWithoutRepetitionAndBalanced(task: BigBenchHardTask) throws {
    guard try !recordFault(of: GeneratedBigBenchHard.frozen(task).examples, task) else { return }
    for seed in 0..<ItemCheck.seeds {
      let examples = try GeneratedBigBenchHard.draw(task, seed: seed, count: 100).examples
      guard try !recordFault(of: examples, task) else { return }
    }
  }

  @Test(arguments: GeneratedBigBenchHard.scalableTasks, [Difficulty.hard, .hardest])
  func itemsOfEveryDifficultyAreSolvedAndLarger(
    task: BigBenchHardTask, difficulty: Difficulty
  ) throws {
    func length(_ examples: [Example]) -> Int { examples.reduce(0) { $0 + $1.input.count } }
    let easier: Difficulty = difficulty == .hard ? .published : .hard
    for seed in 0..<ItemCheck.seeds {
      let examples = try GeneratedBigBenchHard.draw(
        task, seed: seed, count: 60, difficulty: difficulty
      ).examples
      guard try !recordFault(of: examples, task) else { return }
      let smaller = try GeneratedBigBenchHard.draw(
        task, seed: seed, count: 60, difficulty: easier
      ).examples
      #expect(length(examples) > length(smaller))
      #expect(Set(examples.map(\.input)).isDisjoint(with: smaller.map(\.input)))
      #expect(examples[3].id == "\(task.rawValue)/generated-\(seed)-\(difficulty)/003")
    }
  }

  @Test(
    arguments: GeneratedBigBenchHard.tasks.filter {
      !GeneratedBigBenchHard.scalableTasks.contains($0)
    })
  func tasksOfOneSizeSaySoAndNameThoseOfMore(task: BigBenchHardTask) {
    let error = #expect(throws: DataError.self) {
      try GeneratedBigBenchHard.draw(task, seed: 1, count: 1, difficulty: .hard)
    }
    #expect(error?.code == .unknownTask)
    #expect(error?.message.hasPrefix("\(task.rawValue) has no size to vary") == true)
    for scalable in GeneratedBigBenchHard.scalableTasks {
      #expect(error?.message.contains(scalable.rawValue) == true)
    }
  }

  @Test(arguments: GeneratedBigBenchHard.tasks)
  func equalSeedsGiveEqualItemsAndOthersDoNot(task: BigBenchHardTask) throws {
    let long = try GeneratedBigBenchHard.draw(task, seed: 5, count: 250)
    let short = try GeneratedBigBenchHard.draw(task, seed: 5, count: 10)
    let other = try GeneratedBigBenchHard.draw(task, seed: 6, count: 10)
    #expect(Array(long.examples.prefix(10)) == short.examples)
    #expect(Set(long.examples.map(\.input)).count == 250)
    #expect(Set(other.examples.map(\.input)) != Set(short.examples.map(\.input)))
    #expect(long.exampleSet.label == .generated)
    #expect(short.examples[3].id == "\(task.rawValue)/generated-5/003")
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

  /// Records the first thing that is wrong with a draw, if there is any, and tells whether.
  private func recordFault(of examples: [Example], _ task: BigBenchHardTask) throws -> Bool {
    let solve = try #require(taskSolvers[task])
    for example in examples {
      let answer = solve(example.input)
      if answer != example.target {
        Issue.record(
          "\(example.id): \(example.target), solver \(answer ?? "none")\n\(example.input)")
        return true
      }
      if !task.answerKind.accepts(example.target)
        || !PaperRule().isCorrect(example.target, for: example)
      {
        Issue.record("\(example.id): \(example.target) is no answer")
        return true
      }
    }
    let inputs = Set(examples.map(\.input)).count
    let ids = Set(examples.map(\.id)).count
    let counts = Dictionary(grouping: examples, by: \.target).mapValues(\.count)
    if inputs < examples.count || ids < examples.count || !task.allows(counts) {
      Issue.record("\(examples[0].id): \(inputs) inputs, \(ids) names, answers \(counts)")
      return true
    }
    return false
  }
}

extension BigBenchHardTask {
  /// Whether answers are spread well enough: those of a short list evenly, others so that none is
  /// worth guessing.
  fileprivate func allows(_ counts: [String: Int]) -> Bool {
    guard counts.count >= 2, let most = counts.values.max(), let least = counts.values.min() else {
      return false
    }
    let count = counts.values.reduce(0, +)
    switch answerKind {
    case .integer, .brackets, .words: return most <= count / 4
    // The letter that is right most often is so for 15 in 100 items, which makes a quarter of one
    // draw in a few hundred.
    case .option where self == .reasoningAboutColoredObjects: return most <= count / 3
    default: return most - least <= 1
    }
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
