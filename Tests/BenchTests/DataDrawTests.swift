// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Foundation
import Testing

struct DataDrawTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func draw(
    _ task: String, seed: Int = 1, count: Int = 1, difficulty: String? = nil
  ) throws -> BenchProcess.Result {
    let difficulty = difficulty.map { ["--difficulty", $0] } ?? []
    return try BenchProcess.run(
      ["data", "draw", task, "--seed", "\(seed)", "--count", "\(count)"] + difficulty,
      in: folder.path)
  }

  private func items(_ task: String, seed: Int, count: Int) throws -> [JSONValue] {
    let result = try draw(task, seed: seed, count: count)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    return try result.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  @Test func aLongerDrawBeginsWithTheShorterOneAndEqualSeedsGiveEqualItems() throws {
    let short = try items("bbh:navigate", seed: 7, count: 5)
    let long = try items("bbh-cot:navigate", seed: 7, count: 12)
    #expect(short.count == 5)
    #expect(Array(long.prefix(5)) == short)
    #expect(long[11]["id"]?.stringValue == "navigate/generated-7/011")
    #expect(long[11].members?.map(\.name) == ["id", "input", "target"])
    #expect(try items("bbh:navigate", seed: 8, count: 5) != short)
  }

  @Test func wordProblemsHaveTheirSolutions() throws {
    for item in try items("gsm8k:short_problems", seed: 1, count: 20) {
      #expect(item.members?.map(\.name) == ["id", "input", "target", "solution"])
      let target = try #require(item["target"]?.stringValue)
      #expect(item["solution"]?.stringValue?.hasSuffix(">>\(target)\n#### \(target)") == true)
    }
  }

  @Test func namesTellTheDifficultyAndThatOfTheSuiteIsTheDefault() throws {
    let hard = try draw("bbh:web_of_lies", difficulty: "hard")
    #expect(hard.output.contains("web_of_lies/generated-1-hard/000"))
    #expect(try draw("bbh-hard:web_of_lies").output == hard.output)
    let hardest = try draw("bbh-hard:web_of_lies", difficulty: "hardest")
    #expect(hardest.output.contains("web_of_lies/generated-1-hardest/000"))
    #expect(hardest.output.utf8.count > hard.output.utf8.count)
    let ordinary = try draw("bbh:web_of_lies")
    #expect(try draw("bbh-hard:web_of_lies", difficulty: "published").output == ordinary.output)
  }

  @Test(arguments: [
    ("bbh:word_sorting", [String]()), ("gsm8k:word_problems", ["--rule", "number"]),
  ])
  func aFileOfDrawnItemsIsASuite(task: String, rule: [String]) throws {
    let drawn = try draw(task, seed: 5, count: 40).output
    try drawn.write(toFile: folder.file("mine.jsonl"), atomically: true, encoding: .utf8)
    let run = try BenchProcess.run(
      ["--suite", "file:mine.jsonl", "--optimizer", "noop", "--dry-run"] + rule, in: folder.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("file:mine.jsonl"), "\(run.output)")
  }

  @Test(arguments: [
    ("navigate", "'navigate' names no task: write SUITE:TASK, such as bbh:navigate"),
    ("bhb:navigate", "'bhb:navigate' names an unknown suite of generated questions 'bhb'"),
    ("bhb:navigate", "did you mean 'bbh'?"),
    ("robot:push", "there are bbh, "),
    ("bbh:navigat", "'bbh:navigat' names an unknown task 'navigat': did you mean 'navigate'?"),
    ("bbh:snarks", "snarks has no generator: take the official files, or one of "),
    ("bbh-hard:penguins_in_a_table", "names an unknown task 'penguins_in_a_table': there are "),
  ])
  func aWrongTaskIsOneSentenceThatNamesWhatThereIs(task: String, message: String) throws {
    let result = try draw(task)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ("bbh:penguins_in_a_table", "hard", "penguins_in_a_table has no size to vary"),
    ("bbh:penguins_in_a_table", "hard", "one of boolean_expressions, dyck_languages, "),
    ("gsm8k:word_problems", "hardest", "gsm8k:word_problems has no size to vary"),
    ("bbh:navigate", "harder", "one of 'published', 'hard' or 'hardest'"),
  ])
  func aDifficultyThatIsNotThereIsNamed(task: String, difficulty: String, message: String) throws {
    let result = try draw(task, difficulty: difficulty)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    (0, "--count takes a number of at least 1, not 0."),
    (20_000, "the generator of boolean_expressions has no further distinct items after "),
  ])
  func fewerThanOneItemAndMoreThanThereAreAreRefused(count: Int, message: String) throws {
    let result = try draw("bbh:boolean_expressions", count: count)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }
}
