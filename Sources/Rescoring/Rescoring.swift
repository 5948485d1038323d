// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Datasets
import QuestionAnswering
import Reporting
import Runner
package import TrialRecords

/// Scores stored answers again by every published rule of their suites, without asking any model.
package struct Rescoring: Sendable {
  private let store: TrialStore
  private let dataDirectory: String?

  /// Creates a rescoring; nothing is read before ``run(_:)``.
  ///
  /// - Parameters:
  ///   - store: Where the answers are.
  ///   - dataDirectory: A folder with the publisher's files; nil for the cache.
  package init(store: TrialStore, dataDirectory: String? = nil) {
    self.store = store
    self.dataDirectory = dataDirectory
  }

  /// Scores the complete trials of suites that have rules.
  ///
  /// Items are those that the trials were run on, by digest; a trial whose items are not to be had
  /// is named in a note and not scored.
  ///
  /// - Parameters:
  ///   - runID: The run whose trials are wanted; nil for all trials of the store.
  ///   - writeAnswers: Is given what each rule takes for the answer to each item, as comma-separated
  ///     lines after a line of headings.
  /// - Returns: The table.
  /// - Throws: `StoreError`, and `CancellationError`.
  /// - Complexity: O(*n*) in the length of all answers, times the number of rules.
  package func run(
    _ runID: RunRecord.ID? = nil, writeAnswers: (String) throws -> Void = { _ in }
  ) async throws -> RescoredTable {
    try writeAnswers(RescoredTrial.heading)
    var rescored: [RescoredTrial] = []
    var notes: [String] = []
    for trial in try await store.trials(ofRun: runID) where trial.state == .complete {
      do {
        guard let suite = try SuiteCatalog.suite(named: trial.suite) as? any AnswerSuite else {
          continue
        }
        rescored.append(try await rescore(trial, of: suite))
      } catch let error as StoreError {
        throw error
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        let note = plainText("\(trial.suite):\(trial.task) is not scored again: \(error)")
        if !notes.contains(note) { notes.append(note) }
      }
    }
    for trial in rescored { try writeAnswers(trial.commaSeparatedLines) }
    return RescoredTable(rescored, notes: notes)
  }

  private func rescore(
    _ trial: TrialRecord, of suite: any AnswerSuite
  ) async throws -> RescoredTrial {
    let id = TaskID(suite: trial.suite, name: trial.task)
    let source = try source(of: trial)
    let split = try await suite.split(of: id, from: source)
    guard split.digest == trial.dataDigest else {
      throw DataError(
        .wrongChecksum, "its items are not those of this version or file (digest differs).")
    }
    let examples = Dictionary(
      split.examples.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let evaluations = try await store.evaluations(of: trial.id)
    let calls = try await store.modelCalls(of: trial.id)
    let rules = try suite.rules(of: id)
    func answers(_ phase: EvaluationRecord.Phase) -> [ScoredAnswer] {
      ScoredAnswer.answers(
        in: phase, of: evaluations, calls: calls, examples: examples, scoredBy: rules[0])
    }
    let initial = answers(.initial)
    // A trial that keeps its first state is tested once for both.
    let keepsInitial = trial.selectedStateDigest == trial.initialStateDigest
    return RescoredTrial(
      trial, groups: suite.groups(of: id), rules: rules, initial: initial,
      selected: keepsInitial ? initial : answers(.selected))
  }

  private func source(of trial: TrialRecord) throws(DataError) -> DataSource {
    switch DataLabel(rawValue: trial.dataLabel) {
    case .generated: return .generated
    case .official, .unchecked: return .official(directory: dataDirectory)
    case .user: return .user
    case nil:
      throw DataError(.unknownTask, "'\(trial.dataLabel)' is no source of data.")
    }
  }
}
