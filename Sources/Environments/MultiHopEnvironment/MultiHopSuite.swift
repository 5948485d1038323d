// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import Foundation
import QuestionAnswering
package import Training

/// Questions that need two passages: an excerpt of HotpotQA, or questions of the same kind about an
/// encyclopedia made here.
package struct MultiHopSuite: AnswerSuite {
  private let library: DataLibrary

  /// Creates the suite.
  ///
  /// - Parameters:
  ///   - fetch: How the publisher's file is got when no folder is named.
  ///   - cache: Under which folder it is kept.
  package init(
    fetch: @escaping DataDownload.Fetch = DataDownload.overHTTP,
    cache: @escaping @Sendable () throws -> URL = { try CacheDirectory.locate() }
  ) {
    library = DataLibrary(fetch: fetch, cache: cache)
  }

  package var name: String { "hotpotqa" }

  package var summary: String {
    "Questions over two passages: tunes the four instructions of a program that looks up twice."
  }

  package var protocols: [TrainingProtocol] {
    // A question takes four calls.
    var quick = TrainingProtocol.quick
    quick.testCount = 12
    return [quick, .paper, .minibatch, .gepa, .priority]
  }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    tasks(of: MultiHopTask.self, in: source)
  }

  /// Reads the questions of a task and what its program looks up.
  ///
  /// Generated questions are the same in every run: the seed of a trial does not change them.
  ///
  /// - Throws: `DataError` when there is no such task in the source, or the file is missing and cannot
  ///   be fetched, or is not the published one.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    let material = try await material(of: id, from: source)
    return LoadedTask(
      id, material.split, workflow: MultiHopWorkflow(PassageIndex(material.passages)),
      rule: ExtractionRule.hotpotExactMatch)
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    try await material(of: id, from: source).split
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    _ = try task(id, of: MultiHopTask.self)
    return [ExtractionRule.hotpotExactMatch, ExtractionRule.dspyExactMatch, ContainmentRule()]
  }

  private func material(
    of id: TaskID, from source: DataSource
  ) async throws -> (split: ExampleSplit, passages: [Passage]) {
    let task = try task(id, of: MultiHopTask.self)
    switch (source, task) {
    case (.generated, _):
      let split = try ExampleSplit(
        try GeneratedHotpotQA.frozen(task), trainCount: GeneratedHotpotQA.trainCount,
        validationCount: GeneratedHotpotQA.validationCount)
      return (split, Encyclopedia.frozen.passages)
    case (.official(let directory), .twoHop):
      let official = try await OfficialHotpotQA.load(from: directory, in: library)
      return (try ExampleSplit(asInTracePaper: official.questions), official.passages)
    case (.official, _):
      throw DataError(
        .unknownTask, "\(id) is made here and no part of HotpotQA: leave --data official out.")
    case (.user, _):
      throw DataError(.unknownTask, "\(name) has no items of the user: name --suite file:PATH.")
    }
  }
}

extension MultiHopSuite: GeneratingSuite {
  package func draw(
    _ id: TaskID, seed: UInt64, count: Int, difficulty: Difficulty?
  ) throws(DataError) -> GeneratedSet {
    let task = try task(id, of: MultiHopTask.self)
    guard difficulty ?? .published == .published else {
      throw DataError(
        .unknownTask, "\(id) has no size to vary: leave --difficulty out.")
    }
    return try GeneratedHotpotQA.draw(task, seed: seed, count: count)
  }
}
