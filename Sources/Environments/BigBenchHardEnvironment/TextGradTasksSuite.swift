// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import Foundation
import QuestionAnswering
package import Training

/// The two BBH tasks of TextGrad's prompt optimization (Yuksekgonul et al., 2024, section 3.3), with
/// its split: 50 items train, 100 validate and 100 test, in the order of the file.
///
/// What is tuned is the instruction above the question, as there. Word lists are compared word by
/// word, where TextGrad asks a model whether they are the same.
package struct TextGradTasksSuite: AnswerSuite {
  private static let tasks: [BigBenchHardTask] = [.objectCounting, .wordSorting]

  private let items: BigBenchHardItems

  /// Creates the suite.
  ///
  /// - Parameters:
  ///   - fetch: How the publisher's files are got when no folder is named.
  ///   - cache: Under which folder they are kept.
  package init(
    fetch: @escaping DataDownload.Fetch = DataDownload.overHTTP,
    cache: @escaping @Sendable () throws -> URL = { try CacheDirectory.locate() }
  ) {
    items = BigBenchHardItems(library: DataLibrary(fetch: fetch, cache: cache))
  }

  package var name: String { "bbh-textgrad" }

  package var summary: String {
    "TextGrad's two tasks of BIG-Bench Hard in its split: tunes the instruction of one model call."
  }

  package var protocols: [TrainingProtocol] { TrainingProtocol.thinking }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard source != .user else { return [] }
    return Self.tasks.map { task in
      BenchmarkTask(
        id: TaskID(suite: name, name: task.rawValue), summary: task.summary, isDefault: true)
    }
  }

  /// Reads the examples of a task.
  ///
  /// - Throws: `DataError` when there is no such task, or its file is missing and cannot be
  ///   fetched, or is not the published one.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    let task = try task(id)
    let split = try await split(of: id, from: source)
    switch task {
    case .objectCounting:
      return LoadedTask(
        id, split, workflow: Self.counting, rule: ExtractionRule.textGradInteger)
    default:
      return LoadedTask(
        id, split, workflow: Self.sorting, rule: HarnessFlexibleRule(task.answerKind))
    }
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    let set = try await items.examples(of: try task(id), from: source, suite: name)
    // Generated sets are smaller and divided in the same proportions.
    let fifth = source == .generated ? set.examples.count / 5 : 50
    return try ExampleSplit(set, trainCount: fifth, validationCount: 2 * fifth)
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    let task = try task(id)
    let flexible = HarnessFlexibleRule(task.answerKind)
    return task == .objectCounting ? [ExtractionRule.textGradInteger, flexible] : [flexible]
  }

  private func task(_ id: TaskID) throws(DataError) -> BigBenchHardTask {
    guard id.suite == name, let task = BigBenchHardTask(rawValue: id.name),
      Self.tasks.contains(task)
    else {
      throw DataError(
        .unknownTask, "There is no task \(id): see 'bench list tasks --suite \(name)'.")
    }
    return task
  }
}

extension TextGradTasksSuite {
  private static let counting = InstructionWorkflow(
    instruction: """
      You answer questions that ask how many things there are. Think step by step. End with a line \
      of the form "Answer: NUMBER" that has nothing after the number.
      """,
    form: "a last line \"Answer: \" with the number alone")

  private static let sorting = InstructionWorkflow(
    instruction: """
      You sort words. Think step by step. End with a line that has the sorted words alone, with one \
      space between them.
      """,
    form: "a last line with the words alone, with one space between them")
}

extension TextGradTasksSuite: GeneratingSuite {
  package func draw(
    _ id: TaskID, seed: UInt64, count: Int, difficulty: Difficulty?
  ) throws(DataError) -> GeneratedSet {
    try GeneratedBigBenchHard.draw(
      try task(id), seed: seed, count: count, difficulty: difficulty ?? .published)
  }
}
