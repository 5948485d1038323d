// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import Foundation
package import QuestionAnswering
package import Training

/// Grade-school word problems: GSM8K itself, or problems of the same kind made here.
package struct GSM8KSuite: AnswerSuite {
  private let style: AnswerStyle
  private let library: DataLibrary

  /// Creates the suite.
  ///
  /// - Parameters:
  ///   - style: How the workflow asks when a trial begins: `gsm8k` thinks in writing, as in every
  ///     published experiment, and `gsm8k-direct` answers at once.
  ///   - fetch: How the publisher's files are got when no folder is named.
  ///   - cache: Under which folder they are kept.
  package init(
    _ style: AnswerStyle = .chainOfThought,
    fetch: @escaping DataDownload.Fetch = DataDownload.overHTTP,
    cache: @escaping @Sendable () throws -> URL = { try CacheDirectory.locate() }
  ) {
    self.style = style
    library = DataLibrary(fetch: fetch, cache: cache)
  }

  package var name: String {
    switch style {
    case .direct: "gsm8k-direct"
    case .chainOfThought: "gsm8k"
    }
  }

  package var summary: String {
    switch style {
    case .direct: "The same problems with a model that answers at once."
    case .chainOfThought:
      "Grade-school word problems: tunes the instruction of one model call that thinks in writing."
    }
  }

  package var protocols: [TrainingProtocol] { style.protocols }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    tasks(of: GSM8KTask.self, in: source)
  }

  /// Reads the problems of a task.
  ///
  /// Generated problems are the same in every run: the seed of a trial does not change them.
  ///
  /// - Throws: `DataError` when there is no such task in the source, or a file is missing and
  ///   cannot be fetched, or is not the published one.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    LoadedTask(
      id, try await split(of: id, from: source),
      workflow: style == .direct ? GSM8KPrompts.direct : GSM8KPrompts.chainOfThought,
      rule: ExtractionRule.textGradInteger)
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    let task = try task(id, of: GSM8KTask.self)
    switch (source, task) {
    case (.generated, _):
      let counts = (GeneratedGSM8K.trainCount, GeneratedGSM8K.validationCount)
      return try ExampleSplit(
        try GeneratedGSM8K.frozen(task), trainCount: counts.0, validationCount: counts.1)
    case (.official(let directory), .wordProblems):
      return ExampleSplit(
        asInDSPyOf: try await OfficialGSM8K.load(.train, from: directory, in: library),
        test: try await OfficialGSM8K.load(.test, from: directory, in: library))
    case (.official, _):
      throw DataError(
        .unknownTask, "\(id) is made here and no part of GSM8K: leave --data official out.")
    case (.user, _):
      throw DataError(.unknownTask, "\(name) has no items of the user: name --suite file:PATH.")
    }
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    _ = try task(id, of: GSM8KTask.self)
    let rules: [ExtractionRule] = [
      .textGradInteger, .dspyInteger, .gsm8kOfficial, .gsm8kStrict,
      .gsm8kChainOfThought, .gsm8kFlexible, .gsm8kTraceBench,
    ]
    return rules
  }
}

extension GSM8KSuite: GeneratingSuite {
  package func draw(
    _ id: TaskID, seed: UInt64, count: Int, difficulty: Difficulty?
  ) throws(DataError) -> GeneratedSet {
    let task = try task(id, of: GSM8KTask.self)
    guard difficulty ?? .published == .published else {
      throw DataError(
        .unknownTask,
        "\(id) has no size to vary: take another task, such as "
          + "\(GSM8KTask.longProblems.rawValue) or \(GSM8KTask.composedProblems.rawValue).")
    }
    return try GeneratedGSM8K.draw(task, seed: seed, count: count)
  }
}
